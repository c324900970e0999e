import { reply, type Sizes } from './reports.ts';

/** Words in one report as the vendor's paper has it: 20 bytes (docs/protocol.md section 7.2). */
const WORDS = 10;
const WORD_RANGE = { least: -0x8000, most: 0x7fff } as const;

/**
 * The reports for an infrared frame. `samples` are durations in µs, marks negative and spaces positive, cut to 16 bits;
 * `words` (1 to 31) go into each report.
 */
export function infraredReports(samples: readonly number[], words = WORDS, sizes?: Sizes): Uint8Array[] {
  const reports: Uint8Array[] = [];
  for (let start = 0; start < samples.length; start += words) {
    const bytes = samples.slice(start, start + words).flatMap((sample) => {
      const word = Math.max(WORD_RANGE.least, Math.min(WORD_RANGE.most, Math.round(sample)));
      return [word & 0xff, (word >> 8) & 0xff];
    });
    reports.push(reply(0x21, [bytes.length, ...bytes], sizes));
  }
  return reports;
}
