import { LcdError } from '@lcdflow/core';

/** Where a device is and how it is talked to. */
export interface UsbAddress {
  readonly vendorId: number;
  readonly productId: number;
  /** 0 when left out. */
  readonly interface: number;
  /** True when packets are requests on endpoint 0: 8 bytes of SETUP with the data that go out behind them. */
  readonly control?: boolean;
  /** Address of the endpoint for packets to the device: 0x01 to 0x0f. There without `control`, and only then. */
  readonly out?: number;
  /** Address of the endpoint for packets from the device: 0x81 to 0x8f. Without one nothing comes in. */
  readonly in?: number;
  /** Serial number. */
  readonly serial?: string;
  /** Bus and ports such as `1-1.2`, as the kernel writes them. */
  readonly port?: string;
}

interface Field {
  readonly required?: true;
  readonly expected: string;
  allows(value: unknown): boolean;
}

const whole = (min: number, max: number) => (value: unknown) =>
  Number.isInteger(value) && (value as number) >= min && (value as number) <= max;
const text = (pattern: RegExp) => (value: unknown) => typeof value === 'string' && pattern.test(value);

const FIELDS: Readonly<Record<keyof UsbAddress, Field>> = {
  vendorId: { required: true, expected: 'a whole number from 0 to 0xffff', allows: whole(0, 0xffff) },
  productId: { required: true, expected: 'a whole number from 0 to 0xffff', allows: whole(0, 0xffff) },
  interface: { expected: 'a whole number from 0 to 255', allows: whole(0, 255) },
  control: { expected: 'true or false', allows: (value) => typeof value === 'boolean' },
  out: { expected: 'an endpoint from 0x01 to 0x0f', allows: whole(0x01, 0x0f) },
  in: { expected: 'an endpoint from 0x81 to 0x8f', allows: whole(0x81, 0x8f) },
  serial: { expected: "a text in quotes such as '0123'", allows: text(/./) },
  port: { expected: 'bus and ports such as 1-1.2', allows: text(/^\d+-\d+(\.\d+)*$/) },
};

/** Checks an address. @throws LcdError `config` that names the field and what it may be */
export function usbAddress(address: Readonly<Record<string, unknown>>): UsbAddress {
  const names = Object.keys(FIELDS);
  const unknown = Object.keys(address).find((name) => !names.includes(name));
  if (unknown !== undefined) throw wrong(`there is no "${unknown}"; there are: ${names.join(', ')}`);
  for (const [name, field] of Object.entries(FIELDS)) check(name, field, address[name]);
  if (address.control === true) checkControl(address);
  else check('out', { ...FIELDS.out, required: true }, address.out);
  const given = Object.entries(address).filter(([, value]) => value !== undefined);
  return { interface: 0, ...Object.fromEntries(given) } as unknown as UsbAddress;
}

function check(name: string, { required, expected, allows }: Field, value: unknown): void {
  if (value === undefined && !required) return;
  if (!allows(value)) throw wrong(`${name}: ${expected}, not ${JSON.stringify(value) ?? 'left out'}`);
}

function checkControl({ out, in: incoming }: Readonly<Record<string, unknown>>): void {
  if (out === undefined && incoming === undefined) return;
  throw wrong('control: requests go to endpoint 0, so "out" and "in" are left out');
}

const wrong = (problem: string) => new LcdError('config', `usb address: ${problem}`);

/** How a device is called in messages: `usb 04d8:c002`, with serial number or port if it was asked for by them. */
export function nameOf({
  vendorId,
  productId,
  serial,
  port,
}: Pick<UsbAddress, 'vendorId' | 'productId' | 'serial' | 'port'>): string {
  const ids = `usb ${hex(vendorId)}:${hex(productId)}`;
  return [ids, serial && `with serial ${serial}`, port && `at port ${port}`].filter(Boolean).join(' ');
}

/** Four hex digits, as `lsusb` and udev write ids. */
export const hex = (id: number): string => id.toString(16).padStart(4, '0');
