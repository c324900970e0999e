import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { http } from '../src/http.ts';
import { weather } from '../src/weather/index.ts';
import { bench } from './bench.ts';
import { isThere, nginx } from './nginx.ts';

const FORECAST = JSON.stringify({
  current: { temperature_2m: 3.4, weather_code: 95, is_day: 1 },
  daily: { time: ['2026-11-21'], temperature_2m_max: [5], temperature_2m_min: [1], weather_code: [95] },
});

describe.skipIf(!isThere)('nginx (needs apt-get install nginx-light)', () => {
  test('text: unchanged, changed, redirected, missing, killed', async () => {
    const { url, log, put, kill } = await nginx({ 'a.txt': '21.5' });
    const options = { every: '1s', timeout: '5s', most: 1000 };
    const { watch, tick, logged } = bench(http('/'), { ...options, url: `${url}/away/a.txt` });
    const watching = watch();
    expect(await watching.next()).toMatchObject({ number: 21.5, status: 200 });
    tick();
    expect(await watching.next()).toMatchObject({ number: 21.5, status: 200, updated: 1000 });
    put('a.txt', '22.75');
    tick();
    expect(await watching.next()).toMatchObject({ number: 22.75 });
    await kill();
    tick();
    expect(await watching.next()).toMatchObject({ stale: true });
    expect(readFileSync(log, 'utf8').trim().split('\n')).toEqual([
      ...['302 /away/a.txt', '200 /a.txt', '302 /away/a.txt', '304 /a.txt', '302 /away/a.txt', '200 /a.txt'],
    ]);
    expect(logged).toEqual([`http: ${url}/away/a.txt: it refuses the connection`]);
  });

  test('weather: there, and not', async () => {
    const { url } = await nginx({ forecast: FORECAST });
    const options = { latitude: 1, longitude: 2, units: 'metric', days: 1, every: '1s', timeout: '5s' };
    const there = bench(weather('/'), { ...options, url: `${url}/away/forecast` });
    expect(await there.watch().next()).toMatchObject({ temperature: 3.4, icon: 'storm', high: 5 });
    const missing = bench(weather('/'), { ...options, url: `${url}/none` });
    expect(await missing.watch().next()).toEqual({ stale: true });
    expect(missing.logged).toEqual([`weather: ${url}/none: answers 404 Not Found`]);
  });
});
