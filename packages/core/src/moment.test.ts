import fc from 'fast-check';
import { expect, test } from 'vitest';
import { momentIn } from './moment.ts';

test.each([
  ['18:30', { kind: 'time', hour: 18, minute: 30, second: 0 }],
  ['7:05:09', { kind: 'time', hour: 7, minute: 5, second: 9 }],
  ['2026-12-24', { kind: 'date', at: new Date(2026, 11, 24).getTime() }],
  ['2026-12-24 18:30', { kind: 'date', at: new Date(2026, 11, 24, 18, 30).getTime() }],
  ['2026-12-24T18:30:15', { kind: 'date', at: new Date(2026, 11, 24, 18, 30, 15).getTime() }],
  ['2026-12-24T18:30Z', { kind: 'date', at: Date.UTC(2026, 11, 24, 18, 30) }],
  ['2026-12-24 18:30:15+01:00', { kind: 'date', at: Date.UTC(2026, 11, 24, 17, 30, 15) }],
  ['2028-02-29', { kind: 'date', at: new Date(2028, 1, 29).getTime() }],
])('%s', (text, moment) => expect(momentIn(text)).toEqual(moment));

test.each([
  ...['soon', '', '25:00', '12:60', '12:00:60', '2026-13-01', '2026-02-29', '2026-04-31', '0000-01-01'],
  ...['2026-1-1', '2026-01-01 24:30', '2026-01-01 12:00+99:00', '2026-01-01Z', '2026-12-24 18:30 '],
])('%s is none', (text) => expect(momentIn(text)).toBeUndefined());

test('whatever is written, it is none or a moment', () => {
  const nearly = fc.stringMatching(/^\d{0,4}-?\d{0,2}-?\d{0,2}[ T]?\d{0,2}:?\d{0,2}(Z|\+\d\d:\d\d)?$/);
  fc.assert(
    fc.property(fc.oneof(fc.string(), nearly), (text) => {
      const moment = momentIn(text);
      if (moment?.kind === 'date') expect(Number.isFinite(moment.at)).toBe(true);
      if (moment?.kind === 'time') expect(moment.hour).toBeLessThan(24);
    }),
  );
});
