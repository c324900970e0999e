import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firstValueFrom } from 'rxjs';
import { afterEach, expect, test } from 'vitest';
import { sysfsAt } from './sysfs.ts';

const root = mkdtempSync(join(tmpdir(), 'sysfs-'));
const { attribute, driver } = sysfsAt(root);
const DEVICE = join(root, '1-1');
mkdirSync(DEVICE);

afterEach(() => rmSync(DEVICE, { recursive: true, force: true }));

test('a file that does not answer is read once, and nothing else waits for it', async () => {
  const file = join(DEVICE, 'serial');
  execFileSync('mkfifo', [file]);
  // A pipe without a writer makes its readers wait, as the kernel does; one writing serves one reader.
  const texts = Array.from({ length: 8 }, () => firstValueFrom(attribute('1-1', 'serial')));
  await writeFile(join(DEVICE, 'product'), 'picoLCD\n');
  expect(await firstValueFrom(attribute('1-1', 'product'))).toBe('picoLCD');
  await writeFile(file, 'A1\n');
  expect(new Set(await Promise.all(texts))).toEqual(new Set(['A1']));
});

test('what is not there is not known; a driver is what its link points to', async () => {
  expect(await firstValueFrom(attribute('1-9', 'serial'))).toBeUndefined();
  expect(driver('1-1:1.0')).toBeUndefined();
  mkdirSync(join(root, '1-1:1.0'));
  symlinkSync('../../../../bus/usb/drivers/usbhid', join(root, '1-1:1.0/driver'));
  expect(driver('1-1:1.0')).toBe('usbhid');
});
