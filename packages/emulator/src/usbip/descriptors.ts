import type { UsbDescriptors } from '@lcdflow/core';
import { viewOf } from './bytes.ts';
import type { DeviceRecord } from './operations.ts';

/** Kinds of descriptors (USB 2.0, table 9-5; HID 1.11, 7.1). */
export const DESCRIPTOR = {
  ...{ device: 1, configuration: 2, string: 3, interface: 4, endpoint: 5 },
  ...{ hid: 0x21, report: 0x22 },
} as const;

/** The descriptors of one kind in a configuration. */
export function descriptorsOf(configuration: Uint8Array, kind: number): readonly Uint8Array[] {
  const found: Uint8Array[] = [];
  for (let at = 0; at < configuration.length; at += Math.max(2, configuration[at]!)) {
    if (configuration[at + 1] === kind) found.push(configuration.subarray(at, at + configuration[at]!));
  }
  return found;
}

/** The endpoints of a configuration by their address: how many bytes one packet has at most. */
export const endpointSizes = ({ configuration }: UsbDescriptors): ReadonlyMap<number, number> =>
  new Map(
    descriptorsOf(configuration, DESCRIPTOR.endpoint).map((endpoint) => [
      endpoint[2]!,
      viewOf(endpoint).getUint16(4, true) & 0x7ff,
    ]),
  );

/** Whether a device's packets are requests on endpoint 0: it has no other endpoint that takes any. */
export const takesRequests = (usb: UsbDescriptors | undefined): boolean =>
  usb !== undefined && [...endpointSizes(usb).keys()].every((address) => address >= 0x80);

const ENGLISH = 0x0409;

/** A string descriptor; index 0 lists the languages (USB 2.0, 9.6.7). `undefined` where there is no text. */
export function stringDescriptor(strings: readonly string[], index: number): Uint8Array | undefined {
  const text = index === 0 ? String.fromCharCode(ENGLISH) : strings[index - 1];
  if (text === undefined) return undefined;
  const most = text.slice(0, 126);
  const bytes = new Uint8Array(2 + 2 * most.length);
  bytes.set([bytes.length, DESCRIPTOR.string]);
  for (let at = 0; at < most.length; at++) viewOf(bytes).setUint16(2 + 2 * at, most.charCodeAt(at), true);
  return bytes;
}

/** The same device with another serial number; a device without one stays as it is. */
export function withSerial(usb: UsbDescriptors, serial: string): UsbDescriptors {
  const index = usb.device[16]! - 1;
  return { ...usb, strings: usb.strings.map((text, at) => (at === index ? serial : text)) };
}

/** What a list of devices says of this one, the `number`-th from 1. */
export function deviceRecord({ device, configuration }: UsbDescriptors, number: number): DeviceRecord {
  const view = viewOf(device);
  const kindAt = (bytes: Uint8Array, at: number) => [bytes[at]!, bytes[at + 1]!, bytes[at + 2]!] as const;
  const interfaces = descriptorsOf(configuration, DESCRIPTOR.interface).filter(([, , , alternate]) => alternate === 0);
  return {
    ...{ busid: `1-${number}`, busnum: 1, devnum: number + 1 },
    vendorId: view.getUint16(8, true),
    productId: view.getUint16(10, true),
    release: view.getUint16(12, true),
    kind: kindAt(device, 4),
    configurationValue: configuration[5]!,
    configurations: device[17]!,
    interfaces: interfaces.map((bytes) => kindAt(bytes, 5)),
  };
}
