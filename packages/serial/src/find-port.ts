import { LcdError } from '@lcdflow/core';
import type { SerialAddress } from './address.ts';
import type { Machine } from './machine.ts';
import type { SerialPortInfo } from './port-files.ts';

/**
 * The path that an address means. A port says nothing of the display at its other end, so none is taken unless it is
 * named. `used` tells whether this program has a path open. @throws LcdError `not-found`, or `config` when several match
 */
export function findPort(address: SerialAddress, { files }: Machine, used: (path: string) => boolean): string {
  const { path, serial, vendorId, productId, attached } = address;
  if (path !== undefined) return path;
  const ports = files.ports();
  const known = vendorId !== undefined;
  if (!known && serial === undefined && attached !== true)
    throw new LcdError('not-found', `no serial port is named: device: ${ports[0] ? nameOf(ports[0]) : '/dev/ttyUSB0'}`);
  const found = ports
    .filter((port) => port.vendorId !== undefined)
    .filter((port) => !known || port.vendorId === vendorId)
    .filter((port) => productId === undefined || port.productId === productId)
    .filter((port) => serial === undefined || port.serial === serial);
  const [first] = found;
  if (first === undefined) throw new LcdError('not-found', `no ${wanted(address)} is plugged in`);
  if (found.length === 1) return first.path;
  if (known && serial === undefined) return (found.find((port) => !used(port.path)) ?? first).path;
  const choice = `choose one: device: ${found.map(nameOf).join(' or ')}`;
  throw new LcdError('config', `${found.length} serial ports match; ${choice}`);
}

/** The best name for a port: it does not change with the order in which adapters are plugged in. */
export const nameOf = ({ path, stable }: SerialPortInfo): string => stable ?? path;

const wanted = ({ vendorId, productId, serial }: SerialAddress): string =>
  [
    'serial adapter',
    vendorId !== undefined && `${hex(vendorId)}:${productId === undefined ? '*' : hex(productId)}`,
    serial !== undefined && `with serial ${serial}`,
  ]
    .filter(Boolean)
    .join(' ');

/** Four hex digits, as `lsusb` writes ids. */
export const hex = (id: number): string => id.toString(16).padStart(4, '0');
