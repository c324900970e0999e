import { expect, test } from 'vitest';
import { icalendar } from '../test/bench.ts';
import { readCalendar } from './read-calendar.ts';

const YEAR = [Date.UTC(2026, 0), Date.UTC(2027, 0)] as const;

/** When clocks go forward, and back. */
test.each([
  ['Europe/Berlin', '20260329T023000', '2026-03-29T01:30Z'],
  ['Europe/Berlin', '20261025T023000', '2026-10-25T00:30Z'],
  ['Europe/Berlin', '20261025T033000', '2026-10-25T02:30Z'],
  ['America/New_York', '20260308T023000', '2026-03-08T07:30Z'],
  ['America/New_York', '20261101T013000', '2026-11-01T05:30Z'],
  ['America/New_York', '20261101T023000', '2026-11-01T07:30Z'],
  ['Australia/Lord_Howe', '20261004T021500', '2026-10-03T15:45Z'],
  ['Asia/Kolkata', '20261025T023000', '2026-10-24T21:00Z'],
])('clocks of %s at %s', (zone, time, moment) => {
  const { events } = readCalendar(icalendar(`DTSTART;TZID=${zone}:${time}`), 'x').events(...YEAR);
  expect(events.map(({ start }) => `${new Date(start).toISOString().slice(0, 16)}Z`)).toEqual([moment]);
});
