import { type ExpressionFunction, lettersIn, numberWords, valueWords } from '@lcdflow/core';

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB', 'EB'];

/** `999 B`, `1.2 kB`, `12 MB`: steps of 1000 as on disks and networks; one decimal below 10. */
function bytes(count: number): string {
  let value = Math.abs(count);
  let unit = 0;
  while (unit < UNITS.length - 1 && Number(value.toFixed(unit === 0 || value >= 9.95 ? 0 : 1)) >= 1000) {
    value /= 1000;
    unit++;
  }
  const digits = unit === 0 || value >= 9.95 ? 0 : 1;
  return `${count < 0 ? '-' : ''}${value.toFixed(digits)} ${UNITS[unit]}`;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** `4:05`, `3:04:05`, `3 d 04:05`. */
function duration(seconds: number): string {
  const all = Math.floor(Math.abs(seconds));
  const sign = seconds < 0 && all > 0 ? '-' : '';
  const days = Math.floor(all / 86_400);
  const hours = Math.floor(all / 3600) % 24;
  const minutes = Math.floor(all / 60) % 60;
  if (days > 0) return `${sign}${days} d ${two(hours)}:${two(minutes)}`;
  if (hours > 0) return `${sign}${hours}:${two(minutes)}:${two(all % 60)}`;
  return `${sign}${minutes}:${two(all % 60)}`;
}

/** A missing or endless number has no words: `-` is shown for the whole expression. */
function finite(value: number): number {
  if (!Number.isFinite(value)) throw new RangeError('no number');
  return value;
}

function decimals(digits: number): number {
  if (!(digits >= 0 && digits <= 15)) throw new RangeError('decimals: from 0 to 15');
  return Math.trunc(digits);
}

function numbers(list: readonly unknown[]): readonly number[] {
  return list.map((value) => finite(typeof value === 'bigint' ? Number(value) : (value as number)));
}

const sum = (list: readonly unknown[]): number => numbers(list).reduce((total, value) => total + value, 0);
/** Half goes away from zero, as people round. */
const round = (value: number): number => Math.sign(value) * Math.round(Math.abs(value));
/** What makes a text so many letters wide: a Chinese letter counts two, an accent of its own none. */
const blanks = (text: string, columns: number): string =>
  ' '.repeat(Math.max(0, Math.min(1000, Math.trunc(columns)) - lettersIn(text)));

/** The functions every expression has. An int is taken wherever a double is asked for. */
export const FUNCTIONS: readonly ExpressionFunction[] = [
  { signature: 'round(double): double', meaning: 'The nearest whole number.', call: round },
  {
    signature: 'round(double, double): double',
    meaning: 'Rounded to so many decimals: round(load.one, 2).',
    call: (value: number, digits: number) => round(value * 10 ** decimals(digits)) / 10 ** decimals(digits),
  },
  { signature: 'floor(double): double', meaning: 'The whole number below.', call: Math.floor },
  { signature: 'ceil(double): double', meaning: 'The whole number above.', call: Math.ceil },
  { signature: 'abs(double): double', meaning: 'Without its sign.', call: Math.abs },
  { signature: 'min(double, double): double', meaning: 'The smaller of two.', call: Math.min },
  { signature: 'max(double, double): double', meaning: 'The larger of two.', call: Math.max },
  {
    signature: 'min(list): double',
    meaning: 'The smallest of a list.',
    call: (list: readonly unknown[]) => Math.min(...numbers(list)),
  },
  {
    signature: 'max(list): double',
    meaning: 'The largest of a list: max(cpu.cores.map(c, c.busy)).',
    call: (list: readonly unknown[]) => Math.max(...numbers(list)),
  },
  { signature: 'sum(list): double', meaning: 'The sum of a list.', call: sum },
  {
    signature: 'average(list): double',
    meaning: 'The mean of a list.',
    call: (list: readonly unknown[]) => sum(list) / list.length,
  },
  {
    signature: 'percent(double, double): double',
    meaning: 'What share of the second the first is, 0 to 100: percent(memory.used, memory.total).',
    call: (part: number, whole: number) => (part / whole) * 100,
  },
  {
    signature: 'fixed(double, double): string',
    meaning: 'With exactly so many decimals: fixed(load.one, 2) is 0.50.',
    call: (value: number, digits: number) => finite(value).toFixed(decimals(digits)),
  },
  {
    signature: 'pad(dyn, double): string',
    meaning: 'Blanks in front until it is so many letters wide: pad(fixed(cpu.busy, 0), 3).',
    call: (value: unknown, columns: number) => blanks(valueWords(value), columns) + valueWords(value),
  },
  {
    signature: 'padEnd(dyn, double): string',
    meaning: 'Blanks behind until it is so many letters wide.',
    call: (value: unknown, columns: number) => valueWords(value) + blanks(valueWords(value), columns),
  },
  {
    signature: 'bytes(double): string',
    meaning: '999 B, 1.2 kB, 12 MB: steps of 1000, one decimal below 10.',
    call: (count: number) => bytes(finite(count)),
  },
  {
    signature: 'duration(double): string',
    meaning: 'Seconds as 4:05, 3:04:05 or 3 d 04:05.',
    call: (seconds: number) => duration(finite(seconds)),
  },
];

/** Joins a text and anything else, as `+` does. */
export const joinWords = (left: unknown, right: unknown): string =>
  [left, right].map((value) => (typeof value === 'number' ? numberWords(value) : valueWords(value))).join('');
