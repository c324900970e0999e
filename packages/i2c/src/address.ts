import { LcdError } from '@lcdflow/core';

/** Where a device is. */
export interface I2cAddress {
  /** Number of the bus: 1 is /dev/i2c-1. */
  readonly bus: number;
  /** 7 bits, 0x03 to 0x77. */
  readonly address: number;
}

const LEAST = 0x03;
const MOST = 0x77;

const isWhole = (value: unknown, min: number, max: number): value is number =>
  Number.isInteger(value) && (value as number) >= min && (value as number) <= max;

/** Checks an address; the bus is 1 when left out. @throws LcdError `config`, or `not-found` when no device is named */
export function i2cAddress(given: Readonly<Record<string, unknown>>): I2cAddress {
  const { bus = 1, address, ...others } = given;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw wrong(`there is no "${unknown}"; there are: bus, address`);
  if (address === undefined) throw new LcdError('not-found', 'no device is named: device: { address: 0x27 } names one');
  if (!isWhole(bus, 0, 0xff)) throw wrong(`bus: a whole number from 0 to 255, not ${JSON.stringify(bus)}`);
  if (!isWhole(address, LEAST, MOST)) throw wrong(`address: a whole number from 0x03 to 0x77, not ${told(address)}`);
  return { bus, address };
}

const told = (value: unknown): string => (typeof value === 'number' ? hex(value) : JSON.stringify(value));
const wrong = (problem: string) => new LcdError('config', `i2c address: ${problem}`);

export const hex = (address: number): string => `0x${address.toString(16).padStart(2, '0')}`;

/** How a device is called in messages. */
export const nameOf = ({ bus, address }: I2cAddress): string => `${hex(address)} on i2c-${bus}`;
