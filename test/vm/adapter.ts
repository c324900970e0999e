import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dotMatrix, type EmulatedDevice, type Frame, letterDots } from '@lcdflow/core';
import { matrixOrbitalEmulators } from '@lcdflow/plugin-matrix-orbital';
import { USB } from './guest.ts';
import { type Lcd, START } from './lcd.ts';
import { seconds, step, until } from './steps.ts';

const PORT = '/dev/ttyUSB0';
const SIZE = { width: 20, height: 4 };
const LINES = ['first line', '', 'second line', ''];

/**
 * A display on an FTDI adapter that QEMU emulates: `lcd run` draws on it. What is written to it lands in a file of the host,
 * and an emulated display reads it there. The adapter is pulled by taking its permission to be used away, which is what
 * hubs do.
 */
export async function adapter(results: string, run: Lcd): Promise<void> {
  const file = join(results, 'adapter.bin');
  await step('a display on an FTDI adapter is drawn on', async () => {
    await until(`${PORT} is there`, () => existsSync(PORT));
    await drawn(file, 0, run, START);
  });
  await step('the adapter is pulled while nothing happens, and plugged in again: the whole picture', async () => {
    const folder = adapterFolder();
    run.forget();
    authorize(folder, false);
    await run.says(/wire: .*trying again/, 10);
    // Before that the kernel would give it another name.
    await run.says(/wire: .*closed/, 10);
    const from = readFileSync(file).length;
    authorize(folder, true);
    const start = seconds();
    await drawn(file, from, run, 20);
    return `${(seconds() - start).toFixed(2)} s`;
  });
}

/** The folder in sysfs of the adapter. */
function adapterFolder(): string {
  const vendor = (name: string): string | undefined => {
    const path = join(USB, name, 'idVendor');
    return existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined;
  };
  return join(USB, readdirSync(USB).find((name) => vendor(name) === '0403')!);
}

const authorize = (folder: string, allowed: boolean): void =>
  writeFileSync(join(folder, 'authorized'), allowed ? '1' : '0');

/** Waits until the bytes in a file from a place on draw the page. */
async function drawn(file: string, from: number, run: Lcd, patience: number): Promise<void> {
  const emulator = matrixOrbitalEmulators.find(({ model }) => model === 'LK204-25')!;
  const shown = (): EmulatedDevice => {
    const device = emulator.powerUp();
    device.receive(readFileSync(file).subarray(from));
    return device;
  };
  await until('the display shows the page', () => isPage(shown().glass()), patience).catch((error: Error) => {
    throw new Error(`${error.message}\nlcd said:\n${run.said()}`);
  });
}

function isPage(glass: Frame): boolean {
  const letters = LINES.map((line) => line.padEnd(SIZE.width)).join('');
  const colors = [...new Set(glass.cells)];
  return colors.some((ink) =>
    colors.some((paper) => {
      if (paper === ink) return false;
      const expected = dotMatrix(SIZE, (index) => letterDots(letters.codePointAt(index)!), { ink, paper });
      return expected.cells.every((cell, index) => cell === glass.cells[index]);
    }),
  );
}
