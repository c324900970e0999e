import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FoundDevice } from '@lcdflow/core';
import { lastValueFrom } from 'rxjs';
import { expect, test, vi } from 'vitest';
import { busesOf, busNamed } from './buses.ts';

const log = { debug() {}, info() {}, warn() {}, error() {} };

test('a bus is one for all: what a display asked for in vain is told when it comes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lcdflow-buses-'));
  const path = join(folder, 'port');
  const found: FoundDevice[] = [];
  const bus = () => busNamed(busesOf([]), 'serial');
  await expect(lastValueFrom(bus().connect({ path, baudRate: 9_600 }, log))).rejects.toMatchObject({
    ...{ code: 'not-found', message: `there is no ${path}` },
  });
  const subscription = bus().arrivals!().subscribe((device) => found.push(device));
  // It is looked for from the next moment on.
  await vi.dynamicImportSettled();
  writeFileSync(path, '');
  await vi.waitFor(() => expect(found.map(({ label }) => label)).toContain(path), 3_000);
  subscription.unsubscribe();
  rmSync(folder, { recursive: true });
});

test('a bus that nobody brings is told with those there are', () => {
  expect(() => busNamed(busesOf([]), 'spi')).toThrow('no plugin brings the bus "spi"; there are: usb, serial, i2c');
});

test('a bus that cannot list its devices lists none', async () => {
  expect(await lastValueFrom(busNamed(busesOf([]), 'i2c').list!())).toEqual([]);
});
