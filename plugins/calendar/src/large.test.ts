import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Secret } from '@lcdflow/core';
import { expect, onTestFinished, test, vi } from 'vitest';
import { bench, folder, icalendar, site } from '../test/bench.ts';
import { readCalendar } from './read-calendar.ts';

const NOW = Date.UTC(2026, 9, 24);
const WEEK = 7 * 86_400_000;
/** A calendar of so many letters, each event by its number. */
function large(event: (number: number) => string, length: number, ...before: readonly string[]): string {
  const events: string[] = [];
  for (let left = length; left > 0; left -= events.at(-1)!.length + 24) events.push(event(events.length));
  return icalendar(...before, ...events);
}

const start = (number: number) => `DTSTART;TZID=Europe/Berlin:202610${10 + (number % 20)}T100000`;
const usual = (number: number) =>
  `UID:${number}\nSUMMARY:Meeting ${number}\n${start(number)}\nDURATION:PT1H\nDESCRIPTION:${'words '.repeat(30)}
BEGIN:VALARM\nTRIGGER:-PT15M\nEND:VALARM`;
const moments = (count: number) =>
  Array.from({ length: count }, (_, number) =>
    new Date(NOW - number * 60_000).toISOString().replaceAll(/[-:]|\.000/g, ''),
  );
const zone = (name: string) =>
  `BEGIN:VTIMEZONE\nTZID:${name}\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\nEND:STANDARD\nEND:VTIMEZONE`;

/** In how many bits it is read and worked out. */
function bitsOf(text: string): number {
  let count = 0;
  const counted = <T>(bits: Generator<void, T>): T => {
    for (;;) {
      const { done, value } = bits.next();
      if (done) return value;
      count++;
    }
  };
  counted(counted(readCalendar(text, 'x')).found(NOW, NOW + WEEK));
  return count;
}

test.each<[string, number, () => string]>([
  ['events as usual', 15_000, () => large(usual, 500_000)],
  ['events of nothing', 60_000, () => large(() => 'UID:1', 500_000)],
  ['one text', 5, () => icalendar(`${start(1)}\nSUMMARY:${'\\,;'.repeat(200_000)}`)],
  ['one text in very many lines', 100_000, () => icalendar(`${start(1)}\nSUMMARY:${'\n x'.repeat(200_000)}`)],
  [
    'days of one event',
    15_000,
    () =>
      icalendar(
        `${start(1)}\n${moments(10_000)
          .map((one) => `RDATE:${one}`)
          .join('\n')}`,
      ),
  ],
  [
    'days that are none of one event',
    15_000,
    () =>
      icalendar(
        `${start(1)}\nRRULE:FREQ=DAILY\n${moments(10_000)
          .map((one) => `EXDATE:${one}`)
          .join('\n')}`,
      ),
  ],
  [
    'changes of one event',
    25_000,
    () =>
      large(
        (number) => `UID:1\nRECURRENCE-ID:${moments(1)}\n${start(number)}`,
        500_000,
        `UID:1\n${start(1)}\nRRULE:FREQ=HOURLY`,
      ),
  ],
  [
    'zones',
    10_000,
    () =>
      large(
        (number) => `DTSTART;TZID=Z${number}:20261024T100000`,
        100_000,
        ...Array.from({ length: 300 }, (_, number) => zone(`Z${number}`)),
      ),
  ],
  ['zones that nobody knows', 15_000, () => large((number) => `DTSTART;TZID=Mars/${number}:20261024T100000`, 200_000)],
  [
    'rules that never fit',
    800,
    () => large(() => `${start(1)}\nRRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1MO;BYMONTHDAY=15`, 20_000),
  ],
  [
    'daily rules that never fit',
    1_000,
    () => large(() => `${start(1)}\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30`, 20_000),
  ],
  [
    'clocks that change each second',
    15,
    () =>
      icalendar(
        zone('Z').replace('FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU', 'FREQ=SECONDLY'),
        'DTSTART;TZID=Z:20261024T100000',
      ),
  ],
])('others may have their turn after each of many bits of work: %s, at least %i', (_, fewest, text) => {
  expect(bitsOf(text())).toBeGreaterThan(fewest);
});

test.each([
  ['a file', 'whole'],
  ['a file', 'cut off'],
  ['an address', 'cut off'],
])('others have their turn while 2 MB are read: %s, %s', async (from, what) => {
  const path = folder();
  const text = large(usual, 2_000_000).slice(0, what === 'whole' ? undefined : -20);
  writeFileSync(join(path, 'a.ics'), text);
  const url = await site((_, answer) => answer.end(text));
  const { watch } = bench({ calendars: [from === 'a file' ? 'a.ics' : { url: new Secret(url) }] }, path, NOW);
  const turns = vi.spyOn(globalThis, 'setInterval');
  const watching = watch();
  const { events } = await watching.next();
  const count = turns.mock.calls.filter(([, ms]) => ms === 0).length;
  turns.mockRestore();
  expect(events === undefined).toBe(what === 'cut off');
  expect(count).toBeGreaterThan(5);
});

test('reading ends with who has asked for it', async () => {
  const path = folder();
  writeFileSync(join(path, 'a.ics'), large(usual, 2_000_000));
  const looks = vi.spyOn(performance, 'now');
  onTestFinished(() => looks.mockRestore());
  const watching = bench({ calendars: ['a.ics'] }, path, NOW).watch();
  await expect.poll(() => looks.mock.calls.length, { interval: 1 }).toBeGreaterThan(1_000);
  watching.stop();
  const before = looks.mock.calls.length;
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(looks.mock.calls.length - before).toBeLessThan(20);
  expect(watching.seen).toEqual([]);
});
