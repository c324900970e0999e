import { Secret } from '@lcdflow/core';
import { expect, test } from 'vitest';
import { bench, site } from '../../test/bench.ts';
import { weather } from './index.ts';
import { weatherOf } from './weather-codes.ts';

const DEFAULTS = { latitude: 52.5, longitude: 13.4, units: 'metric', days: 7, every: '15m', timeout: '5s' };
const on = (options: object) => bench(weather('/'), { ...DEFAULTS, ...options });

/** Written after Open-Meteo's documentation of its forecast, with the variables that are asked for. */
const ANSWER = {
  latitude: 52.52,
  longitude: 13.419998,
  utc_offset_seconds: 3600,
  timezone: 'Europe/Berlin',
  current_units: { time: 'iso8601', temperature_2m: '°C', wind_speed_10m: 'km/h', weather_code: 'wmo code' },
  current: {
    time: '2026-11-21T08:45',
    interval: 900,
    temperature_2m: 3.4,
    apparent_temperature: -0.6,
    relative_humidity_2m: 86,
    wind_speed_10m: 14.8,
    weather_code: 61,
    is_day: 1,
  },
  daily_units: { time: 'iso8601', temperature_2m_max: '°C' },
  daily: {
    time: ['2026-11-21', '2026-11-22'],
    weather_code: [63, 2],
    temperature_2m_max: [5.2, 8],
    temperature_2m_min: [-1, 2.5],
  },
};

const serving = (answer: unknown) => site((_, response) => response.end(JSON.stringify(answer)));

test('the weather and its forecast', async () => {
  const { url } = await serving(ANSWER);
  const { watch, logged } = on({ url });
  expect(await watch().next()).toEqual({
    ...{ temperature: 3.4, feels: -0.6, humidity: 86, wind: 14.8, code: 61, condition: 'light rain', icon: 'rain' },
    ...{ high: 5.2, low: -1 },
    forecast: [
      { day: 'Sat', date: '2026-11-21', high: 5.2, low: -1, condition: 'rain', icon: 'rain' },
      { day: 'Sun', date: '2026-11-22', high: 8, low: 2.5, condition: 'partly cloudy', icon: 'cloud-sun' },
    ],
    ...{ updated: 0, stale: false },
  });
  expect(logged).toEqual([]);
});

test('what is asked for', async () => {
  const asked: URLSearchParams[] = [];
  const { url } = await site(({ url: path }, answer) => {
    asked.push(new URL(path!, 'http://x').searchParams);
    answer.end(JSON.stringify(ANSWER));
  });
  await on({ url: `${url}/v1/forecast`, latitude: -33.9, longitude: 18, days: 3 })
    .watch()
    .next();
  await on({ url, units: 'imperial', key: new Secret('hunter2') })
    .watch()
    .next();
  expect(Object.fromEntries(asked[0]!)).toEqual({
    ...{ latitude: '-33.9', longitude: '18', timezone: 'auto', forecast_days: '3' },
    current: 'temperature_2m,apparent_temperature,relative_humidity_2m,wind_speed_10m,weather_code,is_day',
    daily: 'weather_code,temperature_2m_max,temperature_2m_min',
  });
  expect(Object.fromEntries(asked[1]!)).toMatchObject({
    ...{ apikey: 'hunter2', temperature_unit: 'fahrenheit', wind_speed_unit: 'mph' },
  });
});

test('units are described as they are asked for', () => {
  const { describe, describeFor } = weather('/');
  expect(describe).toMatchObject({ temperature: { unit: '°C' }, wind: { unit: 'km/h' } });
  const imperial = describeFor!({ ...DEFAULTS, units: 'imperial' } as never);
  expect(imperial).toMatchObject({ temperature: { unit: '°F' }, wind: { unit: 'mph' } });
});

test.each<[string, object, object]>([
  ['a clear night', { ...ANSWER.current, weather_code: 0, is_day: 0 }, { condition: 'clear', icon: 'moon' }],
  ['a code nobody knows', { ...ANSWER.current, weather_code: 42 }, { code: 42, condition: undefined, icon: undefined }],
  ['no code', { temperature_2m: 1 }, { temperature: 1, code: undefined, icon: undefined }],
  ['no numbers', { temperature_2m: '3', wind_speed_10m: null }, { temperature: undefined, wind: undefined }],
])('%s', async (_, current, expected) => {
  const { url } = await serving({ ...ANSWER, current });
  expect(await on({ url }).watch().next()).toMatchObject({ ...expected, stale: false });
});

test.each<[string, unknown]>([
  ['no days', undefined],
  ['days that are none', { time: 'x', weather_code: 3 }],
  ['dates that are none', { time: [1, 'x', null], temperature_2m_max: [1, 2, 3] }],
])('%s', async (_, daily) => {
  const { url } = await serving({ ...ANSWER, daily });
  expect(await on({ url }).watch().next()).toMatchObject({ high: undefined, forecast: [], temperature: 3.4 });
});

test.each<[string, string]>([
  ['no JSON', '<html>'],
  ['nothing', ''],
  ['a list', '[1]'],
  ['null', 'null'],
  ['another form', '{"main": {"temp": 3}}'],
])('%s', async (_, text) => {
  const { url } = await site((_question, answer) => answer.end(text));
  const { watch, logged } = on({ url: `${url}/v1/forecast` });
  expect(await watch().next()).toEqual({ updated: undefined, stale: true });
  expect(logged).toEqual([`weather: ${url}/v1/forecast: expected a forecast in Open-Meteo's form`]);
});

test('a refusal is told without the place and the key', async () => {
  const { url } = await site((_, answer) => answer.writeHead(400).end('{"error":true,"reason":"52.5 hunter2"}'));
  const { watch, logged } = on({ url, key: new Secret('hunter2') });
  expect(await watch().next()).toEqual({ updated: undefined, stale: true });
  expect(logged).toEqual([`weather: ${url}/: answers 400 Bad Request`]);
});

test('every code of the table is told, and no other', () => {
  const told = Array.from({ length: 100 }, (_, code) => weatherOf(code)).filter((found) => found !== undefined);
  expect(told).toHaveLength(28);
  expect(new Set(told.map(({ icon }) => icon))).toEqual(
    new Set(['sun', 'cloud-sun', 'cloud', 'fog', 'rain', 'snow', 'storm']),
  );
  expect(weatherOf(undefined)).toBeUndefined();
});
