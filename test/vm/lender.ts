import type { DeviceEmulator } from '@lcdflow/core';
import { type Behaviour, type EmulatedPanel, usbipServer } from '@lcdflow/emulator';
import { picolcd256x64Emulator } from '@lcdflow/plugin-picolcd';
import type { Subscription } from 'rxjs';
import { attach, attachOnly, gone } from './guest.ts';
import { until } from './steps.ts';

/** An emulated device that this process lends to the kernel of the guest. */
export interface Lender {
  /** The panel while it is plugged in. */
  panel(): EmulatedPanel;
  /** Plugs it in; returns its folder in sysfs. */
  plug(): Promise<string>;
  /** Plugs it in and does not wait until it is there: it may soon be gone, or drawn on. */
  touch(): Promise<unknown>;
  /** Pulls it out and waits until the kernel knows. */
  pull(): Promise<void>;
  close(): void;
}

const log = { debug: () => {}, info: () => {}, warn: console.log, error: console.log };

/** Lends a picoLCD 256x64, or another device. `name` is its serial number, or `VENDOR:PRODUCT` for one that has none. */
export async function lend(
  port: number,
  name: string,
  behaviours: readonly Behaviour[] = [],
  emulator: DeviceEmulator = picolcd256x64Emulator,
): Promise<Lender> {
  let panel: EmulatedPanel | undefined;
  let listens = false;
  const devices = [{ emulator, serial: name, behaviours }];
  const serving: Subscription = usbipServer({ devices, port, log }).subscribe((event) => {
    if (event.kind === 'listening') listens = true;
    else panel = event.kind === 'imported' ? event.panel : undefined;
  });
  await until(`port ${port} listens`, () => listens);
  const current = (): EmulatedPanel => {
    if (!panel) throw new Error(`${name} is not plugged in`);
    return panel;
  };
  return {
    panel: current,
    plug: () => attach(port, name),
    touch: () => attachOnly(port),
    pull: async () => {
      current().unplug();
      await gone(name);
    },
    close: () => serving.unsubscribe(),
  };
}
