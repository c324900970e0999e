import {
  COLOR_NAMES,
  colorNamed,
  FONT_NAMES,
  fraction,
  lengthOf,
  milliseconds,
  momentIn,
  type OptionFormat,
} from '@lcdflow/core';
import { distanceOf } from './length.ts';

/** How a text of one format is checked and talked about. */
interface Format {
  readonly matches: (text: string) => boolean;
  /** `a duration such as 500ms, 2s or 5m`. */
  readonly words: string;
  /** What was most likely meant by something that does not match. */
  readonly meant?: (given: string) => string | undefined;
}

const isNumber = (text: string): boolean => /^\d+(\.\d+)?$/.test(text);

function isAccepted(make: () => unknown): boolean {
  try {
    make();
    return true;
  } catch {
    return false;
  }
}

const isExpression = (text: string): boolean => isAccepted(() => new RegExp(text));

function meantDuration(given: string): string | undefined {
  if (isNumber(given)) return `${given}s`;
  const [, value, unit] = /^(\d+(?:\.\d+)?)\s*([a-z]+)\.?$/i.exec(given) ?? [];
  const short = Object.entries({ ms: /^m(illi)?s/i, s: /^s/i, m: /^m/i, h: /^h/i, d: /^d/i }).find(([, pattern]) =>
    pattern.test(unit ?? ''),
  );
  return short && `${value}${short[0]}`;
}

function meantLength(given: string): string | undefined {
  if (isNumber(given)) return `${given}ch`;
  const [, value, unit] = /^(\d+(?:\.\d+)?)\s*([a-z%]+)$/i.exec(given) ?? [];
  if (unit === undefined) return undefined;
  const meant = { p: 'px', c: 'ch', e: 'ch', l: 'lines', f: 'fr', '%': '%' }[unit[0]!.toLowerCase()];
  return meant && `${value}${meant}`;
}

/** The formats of option texts. Expressions and templates are looked at later, with their sources. */
export const FORMATS: Readonly<Record<OptionFormat, Format>> = {
  duration: {
    matches: (text) => milliseconds(text) !== undefined,
    words: 'a duration such as 500ms, 2s or 5m',
    meant: meantDuration,
  },
  length: {
    matches: (text) => lengthOf(text) !== undefined,
    words: 'a length such as 8ch, 2lines, 40px, 30% or 1fr',
    meant: meantLength,
  },
  distance: {
    matches: (text) => distanceOf(text) !== undefined,
    words: 'a distance such as 0px, 1ch, 2lines or 5%',
    meant: (given) => (isNumber(given) ? `${given}px` : meantLength(given)),
  },
  percent: {
    matches: (text) => fraction(text) !== undefined,
    words: 'a share from 0% to 100%',
    meant: (given) =>
      isNumber(given) ? `${Number(given) > 0 && Number(given) < 1 ? Number(given) * 100 : given}%` : undefined,
  },
  color: {
    matches: (text) => colorNamed(text) !== undefined,
    words: 'a colour such as "#ff8800" or orange',
    meant: (given) => (/^[0-9a-f]{6}$/i.test(given) ? `#${given}` : undefined),
  },
  font: {
    matches: (text) => text === 'fit' || FONT_NAMES.includes(text),
    words: 'the name of a font',
  },
  regex: { matches: isExpression, words: 'a regular expression' },
  moment: {
    matches: (text) => momentIn(text) !== undefined,
    words: 'a moment such as 2026-12-24, 2026-12-24 18:30 or 18:30',
  },
  timezone: {
    matches: (text) => isAccepted(() => new Intl.DateTimeFormat('en', { timeZone: text })),
    words: 'a time zone such as Europe/Berlin or UTC',
  },
  language: {
    matches: (text) => isAccepted(() => new Intl.Locale(text)),
    words: 'a language such as de or pt-BR',
    meant: (given) => given.replaceAll('_', '-').replace(/\..*$/, ''),
  },
  secret: { matches: () => true, words: 'a text' },
  expression: { matches: () => true, words: 'an expression such as cpu.busy' },
  list: { matches: () => true, words: 'an expression that gives a list, such as cpu.cores' },
  row: { matches: () => true, words: 'an expression such as row.busy' },
  template: { matches: () => true, words: 'a text' },
};

/** Names that a format knows, for guessing what was meant. */
export const NAMES_OF_FORMAT: Partial<Record<OptionFormat, readonly string[]>> = {
  color: COLOR_NAMES,
  font: ['fit', ...FONT_NAMES],
  // Listing them takes a while.
  get timezone() {
    return Intl.supportedValuesOf('timeZone');
  },
};
