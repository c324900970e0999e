import { type Bitmap, bitmapOf } from './bitmap.ts';

/** Rows and columns of a bitmap, and bitmaps of an animation, that are looked at. */
const LARGEST = 512;

/**
 * The bitmaps a person has written, as lcd4linux has them: rows of `*` and `.`, and in each row all bitmaps of an
 * animation side by side, with `|` or blanks between them. A text is its lines.
 */
export function writtenBitmaps(written: string | readonly string[]): readonly Bitmap[] {
  const lines = typeof written === 'string' ? written.split('\n') : written;
  const rows = lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, LARGEST)
    .map((line) => line.split(/[\s|]+/).filter((part) => part !== ''));
  const count = Math.min(
    LARGEST,
    rows.reduce((most, row) => Math.max(most, row.length), 0),
  );
  return Array.from({ length: count }, (_, index) => bitmapOf(rows.map((row) => (row[index] ?? '').slice(0, LARGEST))));
}
