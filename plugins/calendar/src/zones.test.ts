import { expect, test } from 'vitest';
import { foundIn, icalendar } from '../test/bench.ts';

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
  const { events } = foundIn(icalendar(`DTSTART;TZID=${zone}:${time}`), ...YEAR);
  expect(events.map(({ start }) => `${new Date(start).toISOString().slice(0, 16)}Z`)).toEqual([moment]);
});

/** As Outlook writes them: since 1601. */
const clocks = (name: string, from: number, to: number, rule: string) =>
  `BEGIN:${name}\nDTSTART:16010101T030000\nTZOFFSETFROM:+0${from}00\nTZOFFSETTO:+0${to}00\nRRULE:${rule}\nEND:${name}`;
const described = (winter: string) =>
  `BEGIN:VTIMEZONE\nTZID:Ours\n${clocks('STANDARD', 4, 3, winter)}
${clocks('DAYLIGHT', 3, 4, 'FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3')}\nEND:VTIMEZONE`;

test.each([
  ['one since 1601', 'FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10', ['2026-07-01T06:00Z', '2026-12-01T07:00Z']],
  ['one that changes each second, for a while', 'FREQ=SECONDLY', ['2026-07-01T07:00Z', '2026-12-01T07:00Z']],
  ['one that never begins is as one that nobody knows', 'FREQ=YEARLY;BYMONTH=4;BYDAY=1MO;BYMONTHDAY=15', undefined],
])('zones of its own: %s', (_, winter, expected) => {
  const times = ['20260701T100000', '20261201T100000'];
  const { events } = foundIn(
    icalendar(described(winter), ...times.map((time) => `DTSTART;TZID=Ours:${time}`)),
    ...YEAR,
  );
  const local = [new Date(2026, 6, 1, 10), new Date(2026, 11, 1, 10)].map((time) => time.toISOString());
  expect(events.map(({ start }) => `${new Date(start).toISOString().slice(0, 16)}Z`)).toEqual(
    expected ?? local.map((time) => `${time.slice(0, 16)}Z`),
  );
});
