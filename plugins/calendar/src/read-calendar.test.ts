import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foundIn, icalendar } from '../test/bench.ts';

const FROM = Date.UTC(2026, 9, 20);
const TO = Date.UTC(2026, 10, 10);

/** Events as a person writes them: `2026-10-24T08:00Z 60 min a`. */
function told(text: string, from = FROM, to = TO): readonly string[] {
  const { events, problem } = foundIn(text, from, to);
  const lines = [...events]
    .sort((a, b) => a.start - b.start)
    .map(
      ({ start, end, summary }) =>
        `${new Date(start).toISOString().slice(0, 16)}Z ${(end - start) / 60_000} ${summary}`,
    );
  return problem === undefined ? lines : [...lines, problem];
}

/** The part that Berlin's clocks need, in a zone of the calendar's own name. */
const ZONE = `BEGIN:VTIMEZONE
TZID:Ours
BEGIN:STANDARD
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE`;

const hour = (start: string, more = '') => `UID:1\nSUMMARY:a\nDTSTART${start}\nDURATION:PT1H${more}`;

test.each<[string, readonly string[], readonly string[]]>([
  ['UTC', [hour(':20261024T080000Z')], ['2026-10-24T08:00Z 60 a']],
  ['its end instead', ['DTSTART:20261024T080000Z\nDTEND:20261024T081500Z'], ['2026-10-24T08:00Z 15 ']],
  ['no end', ['DTSTART:20261024T080000Z'], ['2026-10-24T08:00Z 0 ']],
  [
    'a zone by its IANA name, over the end of summer time',
    [hour(';TZID=Europe/Berlin:20261024T100000', '\nRRULE:FREQ=DAILY;COUNT=3')],
    ['2026-10-24T08:00Z 60 a', '2026-10-25T09:00Z 60 a', '2026-10-26T09:00Z 60 a'],
  ],
  [
    'a zone that the calendar describes',
    [ZONE, hour(';TZID=Ours:20261024T100000', '\nRRULE:FREQ=DAILY;COUNT=2')],
    ['2026-10-24T08:00Z 60 a', '2026-10-25T09:00Z 60 a'],
  ],
  [
    'a zone without a name, and one without rules',
    [
      'BEGIN:VTIMEZONE\nEND:VTIMEZONE',
      'BEGIN:VTIMEZONE\nTZID:Bare\nEND:VTIMEZONE',
      hour(';TZID=Europe/Berlin:20261024T100000'),
    ],
    ['2026-10-24T08:00Z 60 a'],
  ],
  [
    'until, and not on one day',
    [hour(':20261020T080000Z', '\nRRULE:FREQ=DAILY;UNTIL=20261022T080000Z\nEXDATE:20261021T080000Z')],
    ['2026-10-20T08:00Z 60 a', '2026-10-22T08:00Z 60 a'],
  ],
  [
    'days without it, of which others are none of its days',
    [
      hour(
        ':20261020T080000Z',
        '\nRRULE:FREQ=DAILY;COUNT=3\nEXDATE:20261020T090000Z,20261020T100000Z,20261021T080000Z',
      ),
    ],
    ['2026-10-20T08:00Z 60 a', '2026-10-22T08:00Z 60 a'],
  ],
  [
    'days of its own before the first and on a day of the rule',
    [
      hour(':20261022T080000Z', '\nRDATE:20261020T080000Z'),
      'UID:2\nDTSTART:20261101T080000Z\nRRULE:FREQ=DAILY;COUNT=2\nRDATE:20261102T080000Z',
    ],
    ['2026-10-20T08:00Z 60 a', '2026-10-22T08:00Z 60 a', '2026-11-01T08:00Z 0 ', '2026-11-02T08:00Z 0 '],
  ],
  [
    'not on one day of a zone',
    [
      hour(
        ';TZID=Europe/Berlin:20261020T100000',
        '\nRRULE:FREQ=DAILY;COUNT=2\nEXDATE;TZID=Europe/Berlin:20261020T100000',
      ),
    ],
    ['2026-10-21T08:00Z 60 a'],
  ],
  [
    'the last Friday, for ever, since long ago',
    [hour(':20060127T080000Z', '\nRRULE:FREQ=MONTHLY;BYDAY=-1FR')],
    ['2026-10-30T08:00Z 60 a'],
  ],
  [
    'one repetition at another time and one called off',
    [
      hour(':20261020T080000Z', '\nRRULE:FREQ=DAILY;COUNT=3'),
      'UID:1\nRECURRENCE-ID:20261021T080000Z\nSUMMARY:b\nDTSTART:20261025T080000Z\nDURATION:PT5M',
      'UID:1\nRECURRENCE-ID:20261022T080000Z\nSUMMARY:c\nSTATUS:CANCELLED\nDTSTART:20261022T080000Z',
    ],
    ['2026-10-20T08:00Z 60 a', '2026-10-25T08:00Z 5 b'],
  ],
  [
    'one repetition that is named by the clocks of another zone, and one by its day',
    [
      hour(';TZID=Europe/Berlin:20261020T100000', '\nRRULE:FREQ=DAILY;COUNT=3'),
      'UID:1\nRECURRENCE-ID;TZID=Europe/London:20261021T090000\nSUMMARY:b\nDTSTART:20261021T130000Z',
      'UID:1\nRECURRENCE-ID;VALUE=DATE:20261022\nSUMMARY:c\nDTSTART:20261022T130000Z',
    ],
    ['2026-10-20T08:00Z 60 a', '2026-10-21T13:00Z 0 b', '2026-10-22T13:00Z 0 c'],
  ],
  [
    'one that is moved here from next year',
    [
      hour(':20250101T080000Z', '\nRRULE:FREQ=YEARLY'),
      'UID:1\nRECURRENCE-ID:20270101T080000Z\nSUMMARY:b\nDTSTART:20261101T080000Z\nDURATION:PT5M',
    ],
    ['2026-11-01T08:00Z 5 b'],
  ],
  [
    'all from one on',
    [
      hour(':20261020T080000Z', '\nRRULE:FREQ=DAILY;COUNT=3'),
      'UID:1\nRECURRENCE-ID;RANGE=THISANDFUTURE:20261021T080000Z\nSUMMARY:b\nDTSTART:20261021T090000Z\nDURATION:PT5M',
    ],
    ['2026-10-20T08:00Z 60 a', '2026-10-21T09:00Z 5 b', '2026-10-22T09:00Z 5 b'],
  ],
  [
    'days of its own',
    [hour(':20261020T080000Z', '\nRDATE:20261023T080000Z')],
    ['2026-10-20T08:00Z 60 a', '2026-10-23T08:00Z 60 a'],
  ],
  [
    'days of its own, without the first',
    [hour(':20261020T080000Z', '\nRDATE:20261023T080000Z\nEXDATE:20261020T080000Z')],
    ['2026-10-23T08:00Z 60 a'],
  ],
  [
    'periods of its own, by end and by duration (RFC 5545, 3.3.9)',
    [
      hour(
        ':20261020T080000Z',
        '\nRDATE;VALUE=PERIOD:20261023T080000Z/20261023T083000Z,20261024T080000Z/PT3H\nRDATE:20261025T080000Z',
      ),
    ],
    ['2026-10-20T08:00Z 60 a', '2026-10-23T08:00Z 30 a', '2026-10-24T08:00Z 180 a', '2026-10-25T08:00Z 60 a'],
  ],
  [
    'a period in a zone, over the end of summer time',
    [
      hour(
        ';TZID=Europe/Berlin:20261020T100000',
        '\nRDATE;VALUE=PERIOD;TZID=Europe/Berlin:20261025T010000/20261025T040000',
      ),
    ],
    ['2026-10-20T08:00Z 60 a', '2026-10-24T23:00Z 240 a'],
  ],
  [
    'a period beside a rule: one more, one with a length of its own, and one that does not take place',
    [
      hour(
        ':20261020T080000Z',
        '\nRRULE:FREQ=DAILY;COUNT=2\nEXDATE:20261024T080000Z\n' +
          'RDATE;VALUE=PERIOD:20261021T080000Z/PT2H,20261023T080000Z/PT3H,20261024T080000Z/PT4H',
      ),
    ],
    ['2026-10-20T08:00Z 60 a', '2026-10-21T08:00Z 120 a', '2026-10-23T08:00Z 180 a'],
  ],
  [
    'a period that gives the first one another length, and one that is changed by itself',
    [
      hour(':20261020T080000Z', '\nRDATE;VALUE=PERIOD:20261020T080000Z/PT2H,20261023T080000Z/PT3H'),
      'UID:1\nRECURRENCE-ID:20261023T080000Z\nSUMMARY:b\nDTSTART:20261023T090000Z\nDURATION:PT5M',
    ],
    ['2026-10-20T08:00Z 120 a', '2026-10-23T09:00Z 5 b'],
  ],
  [
    'a period that began long ago and is still on',
    [hour(':20260120T080000Z', '\nRDATE;VALUE=PERIOD:20260901T000000Z/20261021T000000Z')],
    ['2026-09-01T00:00Z 72000 a'],
  ],
  [
    'a period that is none',
    [hour(':20261020T080000Z', '\nRDATE;VALUE=PERIOD:20261023T080000Z/x')],
    ['x: events that cannot be understood, or repeat too often: 1'],
  ],
  ['called off', [hour(':20261020T080000Z', '\nSTATUS:CANCELLED')], []],
  ['out of sight', [hour(':20260101T080000Z'), hour(':20270101T080000Z')], []],
  [
    'one of two is wrong',
    ['DTSTART:nonsense\nUID:2', hour(':20261024T080000Z')],
    ['2026-10-24T08:00Z 60 a', 'x: events that cannot be understood, or repeat too often: 1'],
  ],
  ['no beginning', ['SUMMARY:a'], ['x: events that cannot be understood, or repeat too often: 1']],
  [
    'a rule that never fits',
    [hour(':20200101T080000Z', '\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30')],
    ['x: events that cannot be understood, or repeat too often: 1'],
  ],
  [
    'each second since long ago',
    [hour(':20000101T080000Z', '\nRRULE:FREQ=SECONDLY')],
    ['x: events that cannot be understood, or repeat too often: 1'],
  ],
])('%s', (_, events, expected) => {
  expect(told(icalendar(...events))).toEqual(expected);
});

test('whole days and times without a zone are local', () => {
  const text = icalendar('SUMMARY:a\nDTSTART;VALUE=DATE:20261024\nDTEND;VALUE=DATE:20261026', hour(':20261024T100000'));
  expect(foundIn(text, FROM, TO).events).toEqual([
    {
      ...{ summary: 'a', location: undefined, allDay: true },
      ...{ start: new Date(2026, 9, 24).getTime(), end: new Date(2026, 9, 26).getTime() },
    },
    expect.objectContaining({ allDay: false, start: new Date(2026, 9, 24, 10).getTime() }),
  ]);
});

test('what is not plain is made plain', () => {
  const text = icalendar(`DTSTART:20261024T080000Z\nSUMMARY:a\\nb\\, \x1b[31mred\nLOCATION:${'x'.repeat(1000)}`);
  expect(foundIn(text, FROM, TO).events).toEqual([
    expect.objectContaining({ summary: 'a b, red', location: 'x'.repeat(200) }),
  ]);
});

test('a line that is none, and what does not matter, harm nobody', () => {
  const text = icalendar(
    `nonsense\n${hour(':20261024T080000Z')}\nDESCRIPTION;X=:\nBEGIN:VALARM\nDTSTART:x\nEND:VALARM`,
  );
  expect(told(text)).toEqual(['2026-10-24T08:00Z 60 a']);
});

test('a line that is too long', () => {
  const text = icalendar(`UID:2\nDTSTART:20261024T080000Z\nSUMMARY:${'x'.repeat(65_536)}`, hour(':20261024T080000Z'));
  expect(told(text)).toEqual(['2026-10-24T08:00Z 60 a', 'x: events that cannot be understood, or repeat too often: 1']);
});

test.each(['', 'hello', '<html>', 'BEGIN:VCARD\r\nEND:VCARD', 'BEGIN:VCALENDAR', 'BEGIN:VCALENDAR\r\nno', '\0\0\0'])(
  'no calendar: %j',
  (text) => {
    expect(() => foundIn(text, FROM, TO)).toThrow('x: expected a calendar (BEGIN:VCALENDAR)');
  },
);

test('whatever stands in a calendar, it is read or told', () => {
  const line = fc.oneof(
    fc.string(),
    fc.constantFrom('BEGIN:VEVENT', 'END:VEVENT', 'DTSTART:20261024T080000Z', 'DTSTART;VALUE=DATE:20261024', 'UID:1'),
    fc.constantFrom('RRULE:FREQ=DAILY', 'RRULE:FREQ=MINUTELY;BYDAY=MO', 'EXDATE:20261025', 'RDATE:1', 'DTEND:20200101'),
    fc.constantFrom('RDATE;VALUE=PERIOD:20261024T080000Z/PT1H', 'RDATE;VALUE=PERIOD:1/2,/'),
    fc.constantFrom(
      'BEGIN:VTIMEZONE',
      'END:VTIMEZONE',
      'TZID:Mars/Base',
      'TZOFFSETTO:x',
      'BEGIN:STANDARD',
      'END:STANDARD',
    ),
    fc.constantFrom('RECURRENCE-ID:20261024T080000Z', 'DURATION:-P1D', 'DTSTART;TZID=Mars/Base:20261024T080000'),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      try {
        foundIn(['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR'].join('\r\n'), FROM, TO);
      } catch (error) {
        expect((error as Error).message).toBe('x: expected a calendar (BEGIN:VCALENDAR)');
      }
    }),
    { numRuns: 500 },
  );
});
