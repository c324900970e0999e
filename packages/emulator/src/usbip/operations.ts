import { ascii, type Writing, writing } from './bytes.ts';

/** Protocol version 1.1.1, the one Linux speaks. */
export const VERSION = 0x0111;

/** What a computer may ask before it has a device. */
export const OPERATION = { devlist: 0x8005, import: 0x8003 } as const;

/** The same number without the upper bit answers. */
const reply = (operation: number): number => operation & 0x7fff;

/** How an import ended. */
export const IMPORT_STATUS = { ok: 0, busy: 2, noDevice: 4 } as const;

/** Bytes of the header of an operation, and of the name of a device. */
export const OPERATION_HEADER = 8;
export const BUSID = 32;

/** Full speed, as `enum usb_device_speed` of Linux counts. */
const FULL_SPEED = 2;

/** Who a device is, for a computer that chooses one. */
export interface DeviceRecord {
  /** Such as `1-1`. */
  readonly busid: string;
  readonly busnum: number;
  readonly devnum: number;
  readonly vendorId: number;
  readonly productId: number;
  /** bcdDevice. */
  readonly release: number;
  /** Class, subclass and protocol. */
  readonly kind: readonly [number, number, number];
  readonly configurationValue: number;
  readonly configurations: number;
  /** Class, subclass and protocol of each. */
  readonly interfaces: readonly (readonly [number, number, number])[];
}

const RECORD = 312;
const PATH = 256;

function writeRecord(to: Writing, record: DeviceRecord): void {
  const { busid, busnum, devnum, vendorId, productId, release, kind, configurationValue, configurations } = record;
  to.bytes(ascii(`/sys/devices/emulated/usb${busnum}/${busid}`, PATH));
  to.bytes(ascii(busid, BUSID));
  to.u32(busnum, devnum, FULL_SPEED);
  to.u16(vendorId, productId, release);
  to.u8(...kind, configurationValue, configurations, record.interfaces.length);
}

/** OP_REP_DEVLIST: every device with the kinds of its interfaces. */
export function encodeDevlist(records: readonly DeviceRecord[]): Uint8Array {
  const interfaces = records.reduce((sum, record) => sum + record.interfaces.length, 0);
  const to = writing(OPERATION_HEADER + 4 + records.length * RECORD + interfaces * 4);
  to.u16(VERSION, reply(OPERATION.devlist));
  to.u32(0, records.length);
  for (const record of records) {
    writeRecord(to, record);
    for (const kind of record.interfaces) to.u8(...kind, 0);
  }
  return to.done();
}

/** OP_REP_IMPORT: the device, or why there is none. */
export function encodeImport(outcome: DeviceRecord | 'busy' | 'noDevice'): Uint8Array {
  const record = typeof outcome === 'string' ? undefined : outcome;
  const to = writing(OPERATION_HEADER + (record ? RECORD : 0));
  to.u16(VERSION, reply(OPERATION.import));
  to.u32(typeof outcome === 'string' ? IMPORT_STATUS[outcome] : IMPORT_STATUS.ok);
  if (record) writeRecord(to, record);
  return to.done();
}
