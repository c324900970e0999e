import { checkConfig, formatProblem } from '@lcdflow/config';
import { Secret } from '@lcdflow/core';
import events from '@lcdflow/plugin-calendar';
import picolcd from '@lcdflow/plugin-picolcd';
import text from '@lcdflow/widget-text';
import { expect, test } from 'vitest';

/** What becomes of a source `calendar` in a config, written so. */
function checked(source: string, reading = 'agenda.today') {
  const config = `displays: { front: { driver: picolcd } }
sources: { agenda: ${source} }
pages: { main: { column: [{ text: "{{ ${reading} }}" }] } }`;
  const { program, problems } = checkConfig(config, 'lcd.config.yaml', [picolcd, events(), text]);
  return {
    options: program?.sources.find(({ name }) => name === 'agenda')?.options,
    told: problems.map(formatProblem),
  };
}

test('files and addresses stand in one list, and what is an address is secret', () => {
  const { options, told } = checked(
    '{ source: calendar, calendars: [a.ics, { url: "https://there/hunter2" }, { url: { env: CALENDAR } }] }',
  );
  expect(told).toEqual([]);
  expect(options).toMatchObject({ calendars: ['a.ics', { url: expect.any(Secret) }, { url: expect.any(Secret) }] });
  expect(JSON.stringify(options)).not.toContain('hunter2');
});

test('without calendars nothing is asked: the config is told what it needs', () => {
  expect(checked('{ source: calendar }').told.join()).toContain('sources.agenda: needs "calendars"');
  expect(checked('{ source: calendar, calendars: [a.ics] }', 'calendar.today').told.join()).toContain(
    'the source "calendar" needs "calendars": name it under sources',
  );
});

test.each([
  ['[]', 'sources.agenda.calendars: needs at least one entry'],
  ['[{ uri: x }]', 'did you mean "url"?'],
  ['[7]', 'sources.agenda.calendars[0]: must be a text such as "birthdays.ics" or a mapping'],
])('calendars: %s', (calendars, told) => {
  expect(checked(`{ source: calendar, calendars: ${calendars} }`).told.join()).toContain(told);
});
