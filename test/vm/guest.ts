import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readlinkSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { until } from './steps.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const FOLDER = join(ROOT, 'test/vm');
export const USB = '/sys/bus/usb/devices';

const execute = promisify(execFile);

/** Runs a command to its end and returns what it printed; what it says on both streams is in the error. */
export async function command(name: string, ...args: readonly string[]): Promise<string> {
  try {
    return (await execute(name, args, { timeout: 120_000 })).stdout;
  } catch (error) {
    const { stdout = '', stderr = '', message } = error as Error & { stdout?: string; stderr?: string };
    throw new Error(`${message}\n${stdout}${stderr}`, { cause: error });
  }
}

/**
 * A file of sysfs as text; `undefined` where there is none. Never read in one go: the kernel waits with it until the
 * device has been set up, and that may be a device which this process emulates.
 */
export const sysfs = (path: string): Promise<string | undefined> =>
  readFile(path, 'utf8').then(
    (text) => text.trim(),
    () => undefined,
  );

/** The folder in sysfs of a device: the one with a serial number, or `VENDOR:PRODUCT` for one that has none. */
export async function deviceWith(name: string): Promise<string | undefined> {
  for (const entry of readdirSync(USB)) {
    const folder = join(USB, entry);
    if (/^\d+-[\d.]+$/.test(entry) && (await isNamed(folder, name))) return folder;
  }
  return undefined;
}

const isNamed = async (folder: string, name: string): Promise<boolean> =>
  name === (name.includes(':') ? await productOf(folder) : await sysfs(join(folder, 'serial')));

/** `VENDOR:PRODUCT` of a device in sysfs. */
export const productOf = async (folder: string): Promise<string> =>
  `${await sysfs(join(folder, 'idVendor'))}:${await sysfs(join(folder, 'idProduct'))}`;

/** Where a link of sysfs leads; `undefined` where there is none, or none any more. */
function linked(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

/** The kernel driver of interface 0 of a device. */
export function kernelDriver(device: string): string | undefined {
  const driver = linked(join(`${device}:1.0`, 'driver'));
  return driver && basename(driver);
}

/** The HID driver of a device: which of the kernel's drivers speaks its reports. */
export function hidDriver(device: string): string | undefined {
  const folder = '/sys/bus/hid/devices';
  if (!existsSync(folder)) return undefined;
  const found = readdirSync(folder).find((name) => linked(join(folder, name))?.includes(`/${basename(device)}:1.0/`));
  const driver = found && linked(join(folder, found, 'driver'));
  return driver && basename(driver);
}

/** The first entry of a class of sysfs that belongs to a device, such as its framebuffer. */
export function memberOf(kind: string, device: string): string | undefined {
  const folder = `/sys/class/${kind}`;
  if (!existsSync(folder)) return undefined;
  const found = readdirSync(folder).find((name) => linked(join(folder, name))?.includes(`/${basename(device)}:1.0/`));
  return found && join(folder, found);
}

/** Plugs a lent device into the guest's kernel and waits for nothing more. */
export const attachOnly = (port: number): Promise<unknown> =>
  command('usbip', '--tcp-port', String(port), 'attach', '-r', '127.0.0.1', '-b', '1-1');

/** Plugs a lent device into the guest's kernel. `name` as for `deviceWith`. */
export async function attach(port: number, name: string): Promise<string> {
  await attachOnly(port);
  return until(`the kernel lists the device ${name}`, async () => {
    const device = await deviceWith(name);
    return device && existsSync(`${device}:1.0`) ? device : undefined;
  });
}

/** Waits until the kernel has taken a device off its list. */
export const gone = (name: string): Promise<boolean> =>
  until(`the kernel forgets the device ${name}`, async () => (await deviceWith(name)) === undefined);

/** Waits until a driver has interface 0 of a device. */
export const drivenBy = (device: string, driver: string): Promise<boolean> =>
  until(`${driver} has ${basename(device)}, not ${kernelDriver(device)}`, () => kernelDriver(device) === driver);
