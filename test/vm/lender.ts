import { type Behaviour, type EmulatedPanel, usbipServer } from '@lcdflow/emulator';
import { picolcd256x64Emulator } from '@lcdflow/plugin-picolcd';
import type { Subscription } from 'rxjs';
import { attach, gone } from './guest.ts';
import { until } from './steps.ts';

/** An emulated picoLCD that this process lends to the kernel of the guest. */
export interface Lender {
  readonly serial: string;
  /** The panel while it is plugged in. */
  panel(): EmulatedPanel;
  /** Plugs it in; returns its folder in sysfs. */
  plug(): Promise<string>;
  /** Pulls it out and waits until the kernel knows. */
  pull(): Promise<void>;
  close(): void;
}

const log = { debug: () => {}, info: () => {}, warn: console.log, error: console.log };

export async function lend(port: number, serial: string, behaviours: readonly Behaviour[] = []): Promise<Lender> {
  let panel: EmulatedPanel | undefined;
  let listens = false;
  const devices = [{ emulator: picolcd256x64Emulator, serial, behaviours }];
  const serving: Subscription = usbipServer({ devices, port, log }).subscribe((event) => {
    if (event.kind === 'listening') listens = true;
    else panel = event.kind === 'imported' ? event.panel : undefined;
  });
  await until(`port ${port} listens`, () => listens);
  const current = (): EmulatedPanel => {
    if (!panel) throw new Error(`${serial} is not plugged in`);
    return panel;
  };
  return {
    serial,
    panel: current,
    plug: () => attach(port, serial),
    pull: async () => {
      current().unplug();
      await gone(serial);
    },
    close: () => serving.unsubscribe(),
  };
}
