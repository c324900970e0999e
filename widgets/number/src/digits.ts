import { amountOf, type Quantity, shortNumber, valueWords } from '@lcdflow/core';

/** A value in digits and the unit behind them. */
export interface Digits {
  readonly digits: string;
  readonly unit: string;
}

/** How a number is written. */
export interface NumberFormat {
  readonly decimals: number | undefined;
  readonly prefix: string;
  /** The reading's own when left out. */
  readonly unit: string | undefined;
}

/** Control characters are no letters, and a line end would begin another line. */
const oneLine = (text: string): string => text.replace(/\p{Cc}/gu, ' ');
/** More letters have no room on any panel. */
const MOST_LETTERS = 100;

/**
 * A number with so many decimals, or in two or three digits with a prefix of the SI for its unit; a text as it is.
 * What has no value is a dash without a unit.
 */
export function digitsOf({ value, unit: own = '' }: Quantity, { decimals, prefix, unit }: NumberFormat): Digits {
  const amount = typeof value === 'boolean' ? undefined : amountOf(value);
  if (amount === undefined) {
    const words = valueWords(value);
    if (words === '-') return { digits: '-', unit: '' };
    return { digits: oneLine((prefix + words).slice(0, MOST_LETTERS)), unit: oneLine(unit ?? '') };
  }
  if (decimals !== undefined)
    return { digits: oneLine(prefix + unsigned(amount.toFixed(decimals))), unit: oneLine(unit ?? own) };
  const [, digits = '', power = ''] = /^(.*?)([kMGTP]?)$/.exec(shortNumber(amount))!;
  return { digits: oneLine(prefix + digits), unit: oneLine(power + (unit ?? own)) };
}

/** 0 has no sign. */
const unsigned = (digits: string): string => digits.replace(/^-(0(?:\.0*)?)$/, '$1');

/** The longer one of two texts; the first when they are equally long. */
export const longer = (a: string, b: string): string => (b.length > a.length ? b : a);
