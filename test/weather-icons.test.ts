import { checkConfig, formatProblem } from '@lcdflow/config';
import web from '@lcdflow/plugin-http';
import picolcd from '@lcdflow/plugin-picolcd';
import icons from '@lcdflow/widget-icon';
import { expect, test } from 'vitest';
import { weatherOf } from '../plugins/http/src/weather/weather-codes.ts';

/** What is wrong with a page of one icon, beside a source of the weather. */
function problemsOf(icon: string): readonly string[] {
  const config = `displays: { front: { driver: picolcd } }
sources: { outside: { source: weather, latitude: 52.5, longitude: 13.4 } }
pages: { main: { column: [{ icon: ${icon} }] } }`;
  return checkConfig(config, 'lcd.config.yaml', [picolcd, web(), icons]).problems.map(formatProblem);
}

test('there is an icon for every weather, by day and by night', () => {
  const codes = Array.from({ length: 100 }, (_, code) => code);
  const told = [false, true].flatMap((isNight) => codes.flatMap((code) => weatherOf(code, isNight)?.icon ?? []));
  const names = [...new Set(told)].sort();
  expect(names).toEqual(['cloud', 'cloud-sun', 'fog', 'moon', 'rain', 'snow', 'storm', 'sun']);
  expect(names.flatMap(problemsOf)).toEqual([]);
});

test('an icon may be what a source tells; what is written is checked as before', () => {
  expect(problemsOf('outside.icon')).toEqual([]);
  expect(problemsOf('outside.icom').join()).toContain('did you mean "icon"?');
  expect(problemsOf('mial').join()).toContain('did you mean "mail"?');
});
