import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { bench, folder, icalendar } from '../test/bench.ts';
import { readCalendar } from './read-calendar.ts';

/** Hundreds of rules that began long ago. */
const LARGE = icalendar(
  ...Array.from(
    { length: 400 },
    (_, number) => `UID:${number}\nDTSTART;TZID=Europe/Berlin:20240101T100000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY`,
  ),
);
const NOW = Date.UTC(2026, 9, 24);

test('a large calendar is worked out bit by bit', async () => {
  const bits = readCalendar(LARGE, 'x').bits(NOW, NOW + 86_400_000 * 7);
  let turns = 0;
  while (bits.next().done !== true) turns++;
  expect(turns).toBeGreaterThan(50);
  const path = folder();
  writeFileSync(join(path, 'a.ics'), LARGE);
  const { watch, logged } = bench({ calendars: ['a.ics'] }, path, NOW);
  const watching = watch();
  let others = 0;
  const other = setInterval(() => others++, 1);
  onTestFinished(() => clearInterval(other));
  expect((await watching.next()).events).toHaveLength(100);
  expect(others).toBeGreaterThan(turns / 2);
  expect(logged).toEqual([]);
});
