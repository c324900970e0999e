import { LcdError } from '@lcdflow/core';

/** Which port, and how it is talked to. Without path, serial number, ids and `attached` it means none. */
export interface SerialAddress {
  /** Such as `/dev/ttyUSB0` or a link to it. */
  readonly path?: string;
  /** Serial number of the USB adapter. */
  readonly serial?: string;
  /** USB ids of the adapter, where a driver knows them. */
  readonly vendorId?: number;
  readonly productId?: number;
  /** The only USB adapter that is plugged in, whatever it is. */
  readonly attached?: boolean;
  /** Bits a second. */
  readonly baudRate: number;
  /** 8 when left out. */
  readonly dataBits?: 5 | 6 | 7 | 8;
  /** `none` when left out. */
  readonly parity?: 'none' | 'even' | 'odd';
  /** 1 when left out. */
  readonly stopBits?: 1 | 1.5 | 2;
  /** Who may stop the line: nobody (`none`, when left out), RTS and CTS (`hardware`), XON and XOFF (`software`). */
  readonly flow?: 'none' | 'hardware' | 'software';
  /** False for devices that take bytes faster than the rate says, as those on native USB do; true when left out. */
  readonly paced?: boolean;
  /** Modem lines, as they are set when the port is open; the kernel's own when left out. */
  readonly dtr?: boolean;
  readonly rts?: boolean;
}

interface Field {
  readonly required?: true;
  readonly expected: string;
  allows(value: unknown): boolean;
}

const whole = (min: number, max: number): Field => ({
  expected: `a whole number from ${min} to ${max}`,
  allows: (value) => Number.isInteger(value) && (value as number) >= min && (value as number) <= max,
});
const text = (expected: string): Field => ({ expected, allows: (value) => typeof value === 'string' && value !== '' });
const oneOf = (...choices: readonly unknown[]): Field => ({
  expected: `one of ${choices.join(', ')}`,
  allows: (value) => choices.includes(value),
});
const truth = oneOf(true, false);

const FIELDS: Readonly<Record<keyof SerialAddress, Field>> = {
  path: text('a path such as /dev/ttyUSB0'),
  serial: text("a text in quotes such as 'A1'"),
  vendorId: whole(0, 0xffff),
  productId: whole(0, 0xffff),
  attached: truth,
  baudRate: { ...whole(50, 12_000_000), required: true },
  dataBits: oneOf(5, 6, 7, 8),
  parity: oneOf('none', 'even', 'odd'),
  stopBits: oneOf(1, 1.5, 2),
  flow: oneOf('none', 'hardware', 'software'),
  paced: truth,
  dtr: truth,
  rts: truth,
};

/** Checks an address. @throws LcdError `config` that names the field and what it may be */
export function serialAddress(address: Readonly<Record<string, unknown>>): SerialAddress {
  const names = Object.keys(FIELDS);
  const unknown = Object.keys(address).find((name) => !names.includes(name));
  if (unknown !== undefined) throw wrong(`there is no "${unknown}"; there are: ${names.join(', ')}`);
  for (const [name, field] of Object.entries(FIELDS)) check(name, field, address[name]);
  const given = Object.entries(address).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as unknown as SerialAddress;
}

function check(name: string, { required, expected, allows }: Field, value: unknown): void {
  if (value === undefined && !required) return;
  if (!allows(value)) throw wrong(`${name}: ${expected}, not ${JSON.stringify(value) ?? 'left out'}`);
}

const wrong = (problem: string) => new LcdError('config', `serial address: ${problem}`);
