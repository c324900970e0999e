import { type DeviceEmulator, LcdError, type UsbDescriptors } from '@lcdflow/core';
import type { Behaviour } from '../behaviours/behaviour.ts';
import { type EmulatedPanel, emulate } from '../emulate.ts';
import { deviceRecord, withSerial } from './descriptors.ts';
import type { DeviceRecord } from './operations.ts';

/** A device that may be lent. It is powered up whenever a computer takes it. */
export interface LentDevice {
  /** One with `usb` descriptors. */
  readonly emulator: DeviceEmulator;
  /** Its serial number; that of the descriptors when left out. */
  readonly serial?: string;
  /** Service interval in ms; the emulator's when left out. */
  readonly interval?: number;
  readonly behaviours?: readonly Behaviour[];
}

/** A device with its place in the list. One computer at a time has it. */
export class Lending {
  readonly record: DeviceRecord;
  readonly usb: UsbDescriptors;
  readonly #device: LentDevice;
  taken = false;

  /** `number` counts from 1. @throws LcdError `config` when the device has no USB descriptors */
  constructor(device: LentDevice, number: number) {
    const { emulator, serial } = device;
    const { driver, model, usb } = emulator;
    if (!usb) throw new LcdError('config', `${driver} ${model}: its emulated device has no USB descriptors`);
    this.usb = serial === undefined ? usb : withSerial(usb, serial);
    this.record = deviceRecord(usb, number);
    this.#device = device;
  }

  powerUp(): EmulatedPanel {
    const { emulator, interval = emulator.interval, behaviours = [] } = this.#device;
    return emulate(emulator, { interval, behaviours });
  }
}
