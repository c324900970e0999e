import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Secret } from '@lcdflow/core';
import { expect, test } from 'vitest';
import { bench, folder, icalendar, site } from '../test/bench.ts';

/** A local time of 24 October 2026 as ms, and as a calendar writes it. */
const at = (hours: number, minutes = 0) => new Date(2026, 9, 24, hours, minutes).getTime();
const event = (name: string, begin: string, end: string, more = '') =>
  `UID:${name}\nSUMMARY:${name}\nDTSTART:20261024T${begin}00\nDTEND:20261024T${end}00${more}`;
const DAY = icalendar(
  event('early', '0600', '0700'),
  event('talk', '0900', '1000', '\nLOCATION:Hall 1'),
  event('lunch', '1200', '1300'),
  'SUMMARY:fair\nDTSTART;VALUE=DATE:20261024\nDTEND;VALUE=DATE:20261025',
);

test('what is on and what comes, minute by minute', async () => {
  const path = folder();
  writeFileSync(join(path, 'a.ics'), DAY);
  const { watch, moveTo, logged } = bench({ calendars: ['a.ics'] }, path, at(8, 30) + 1);
  const watching = watch();
  expect(await watching.next()).toMatchObject({
    next: { summary: 'talk', start: at(9), minutes: 30, location: 'Hall 1' },
    now: { summary: 'fair' },
    today: 4,
    events: [{ summary: 'fair', allDay: true }, { summary: 'talk', end: at(10) }, { summary: 'lunch' }],
    ...{ updated: at(8, 30) + 1, stale: false },
  });
  moveTo(at(9));
  expect(await watching.next()).toMatchObject({ now: { summary: 'talk' }, next: { summary: 'lunch', minutes: 180 } });
  moveTo(at(13));
  expect(await watching.next()).toMatchObject({ now: { summary: 'fair' }, next: undefined, today: 4 });
  moveTo(at(24));
  expect(await watching.next()).toMatchObject({ now: undefined, today: 0, events: [] });
  expect(logged).toEqual([]);
});

test('it looks so many days ahead', async () => {
  const path = folder();
  writeFileSync(join(path, 'a.ics'), icalendar('SUMMARY:daily\nDTSTART:20200101T100000\nRRULE:FREQ=DAILY'));
  const { watch, moveTo } = bench({ calendars: ['a.ics'], days: 3 }, path, at(9));
  const watching = watch();
  expect((await watching.next()).events).toHaveLength(3);
  moveTo(at(24 + 11));
  expect(await watching.next()).toMatchObject({ today: 1, next: { start: new Date(2026, 9, 26, 10).getTime() } });
});

test('a file that changes, goes and comes back', async () => {
  const path = folder();
  writeFileSync(join(path, 'a.ics'), DAY);
  const { watch, logged } = bench({ calendars: ['a.ics'] }, path, at(8));
  const watching = watch();
  await watching.until(({ today }) => today === 4);
  writeFileSync(join(path, 'a.ics'), icalendar(event('new', '0900', '1000')));
  await watching.until(({ today }) => today === 1);
  rmSync(join(path, 'a.ics'));
  expect(await watching.until(({ stale }) => stale === true)).toMatchObject({ today: undefined, events: undefined });
  writeFileSync(join(path, 'a.ics'), DAY);
  await watching.until(({ today, stale }) => today === 4 && stale === false);
  expect(logged[0]).toBe(`calendar: ${join(path, 'a.ics')}: cannot be read: ENOENT`);
  expect(logged.at(-1)).toBe('calendar: is back');
});

test('several calendars, one of which is missing', async () => {
  const path = folder();
  writeFileSync(join(path, 'a.ics'), icalendar(event('a', '0900', '1000')));
  writeFileSync(join(path, 'b.ics'), icalendar(event('b', '0830', '1000')));
  const { watch, logged } = bench({ calendars: ['a.ics', 'b.ics', 'c.ics'] }, path, at(8));
  expect(await watch().next()).toMatchObject({ events: [{ summary: 'b' }, { summary: 'a' }], stale: true });
  expect(logged).toEqual([`calendar: ${join(path, 'c.ics')}: cannot be read: ENOENT`]);
});

test('one at an address: asked again, not sent again, out of reach, and its path is told to nobody', async () => {
  const asked: unknown[] = [];
  let isUp = true;
  const url = await site(({ headers }, answer) => {
    asked.push(headers['if-none-match']);
    if (!isUp) answer.writeHead(404).end();
    else if (headers['if-none-match'] === '"1"') answer.writeHead(304).end();
    else answer.writeHead(200, { etag: '"1"' }).end(DAY);
  });
  const { watch, moveTo, logged } = bench({ calendars: [{ url: new Secret(`${url}/hunter2/basic.ics`) }] }, '/', at(8));
  const watching = watch();
  expect(await watching.next()).toMatchObject({ today: 4, stale: false });
  moveTo(at(8, 15));
  await expect.poll(() => asked, { interval: 5 }).toEqual([undefined, '"1"']);
  // The next minute, and what the answer has let know.
  await expect.poll(() => watching.seen.length, { interval: 5 }).toBe(3);
  isUp = false;
  moveTo(at(8, 30));
  expect(await watching.until(({ stale }) => stale === true)).toMatchObject({ today: 4, next: { minutes: 30 } });
  isUp = true;
  moveTo(at(8, 45));
  await watching.until(({ stale }) => stale === false);
  expect(logged).toEqual([`calendar: ${url}: answers 404 Not Found`, 'calendar: is back']);
});

test('who comes back within the same period asks nothing, and sees the minutes go on', async () => {
  let asked = 0;
  const url = await site((_, answer) => {
    asked++;
    answer.end(DAY);
  });
  const { watch, moveTo } = bench({ calendars: [{ url: new Secret(url) }] }, '/', at(8));
  const first = watch();
  await first.next();
  first.stop();
  moveTo(at(8, 10));
  await watch().until(({ next }) => (next as { minutes: number }).minutes === 50);
  expect(asked).toBe(1);
});

test.each<[string, string | Buffer, string, object?]>([
  ['no calendar', '<html>', 'expected a calendar (BEGIN:VCALENDAR)'],
  ['10 MB', Buffer.alloc(10_000_000, 'x'), 'has more than 2097152 bytes'],
  ['10 MB that may be', Buffer.alloc(10_000_000, 'x'), 'expected a calendar (BEGIN:VCALENDAR)', { most: 16_777_216 }],
  ['too large', 'x'.repeat(101), 'has more than 100 bytes', { most: 100 }],
])('%s', async (_, content, reason, options = {}) => {
  const path = folder();
  writeFileSync(join(path, 'a.ics'), content);
  const { watch, logged } = bench({ calendars: ['a.ics'], ...options }, path, at(8));
  expect(await watch().next()).toEqual({ stale: true });
  expect(logged).toEqual([`calendar: ${join(path, 'a.ics')}: ${reason}`]);
});

test.each([
  ['ftp://she:hunter2@there/x', 'expected an address of http or https, not ftp:'],
  ['http://127.0.0.1:1/hunter2?hunter2', 'http://127.0.0.1:1: it refuses the connection'],
])('%s', async (url, reason) => {
  const { watch, logged } = bench({ calendars: [{ url: new Secret(url) }] });
  expect(await watch().next()).toEqual({ stale: true });
  expect(logged).toEqual([`calendar: ${reason}`]);
});

test('an address right in the list is told to nobody, too', async () => {
  const { watch, logged } = bench({ calendars: ['https://127.0.0.1:1/hunter2'] });
  expect(await watch().next()).toEqual({ stale: true });
  expect(logged).toEqual(['calendar: https://127.0.0.1:1: it refuses the connection']);
});

test('where it is redirected to is told to nobody', async () => {
  const url = await site(({ url: path }, answer) => answer.writeHead(302, { location: `${path}/hunter2` }).end());
  const { watch, logged } = bench({ calendars: [{ url: new Secret(`${url}/a`) }] });
  await watch().next();
  expect(logged).toEqual([`calendar: ${url}: redirects more than 5 times, the last to ${url}`]);
});

test('events that are wrong', async () => {
  const path = folder();
  writeFileSync(join(path, 'a.ics'), icalendar('DTSTART:x', event('a', '0900', '1000')));
  const { watch, logged, moveTo } = bench({ calendars: ['a.ics'] }, path, at(8));
  const watching = watch();
  expect(await watching.next()).toMatchObject({ today: 1, stale: false });
  moveTo(at(8, 1));
  await watching.next();
  expect(logged).toEqual([
    `calendar: ${join(path, 'a.ics')}: events that cannot be understood, or repeat too often: 1`,
  ]);
});

test('1,000 times shown and left, nothing is left', async () => {
  const path = folder();
  writeFileSync(join(path, 'a.ics'), DAY);
  const url = await site((_, answer) => answer.end(DAY));
  const { watch, listeners } = bench({ calendars: ['a.ics', { url: new Secret(url) }] }, path, at(8));
  for (let turn = 0; turn < 1_000; turn++) {
    const watching = watch();
    if (turn % 10 === 0) await watching.next();
    if (turn % 10 === 1) await new Promise((resolve) => setImmediate(resolve));
    watching.stop();
  }
  expect(listeners()).toBe(false);
  const resources = () => process.getActiveResourcesInfo().filter((name) => /TCPSocket|FSEvent|FSReq/.test(name));
  await expect.poll(resources, { interval: 5, timeout: 5_000 }).toEqual([]);
});
