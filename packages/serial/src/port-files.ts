import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** A serial port with hardware behind it. */
export interface SerialPortInfo {
  /** Such as `/dev/ttyUSB0`. */
  readonly path: string;
  /** Its name that stays the same wherever it is plugged in: `/dev/serial/by-id/…`, which udev makes. */
  readonly stable?: string;
  /** What its USB adapter says of itself. */
  readonly vendorId?: number;
  readonly productId?: number;
  readonly manufacturer?: string;
  readonly product?: string;
  readonly serial?: string;
}

/** What Linux knows about serial ports without their being opened, and without udev. */
export interface PortFiles {
  /** The ports there are; none on other systems. */
  ports(): readonly SerialPortInfo[];
  /** What a path leads to: links followed, `undefined` when there is nothing. */
  target(path: string): string | undefined;
  /** Changes when another thing is at a path; `undefined` when there is nothing. */
  identity(path: string): string | undefined;
  /** Programs that have a port open, such as `LCDd (812)`, as far as this user may see them. */
  holders(target: string): readonly string[];
  /** The group a device belongs to. */
  group(target: string): string | undefined;
}

/** The files of this machine, or of another root for tests. */
export const portFiles = (root = '/'): PortFiles => ({
  ports: () => portsOf(root),
  // Windows and its COM3 have no such files.
  target: (path) => (path.startsWith('/') ? readable(() => realpathSync(path)) : path),
  identity: (path) =>
    readable(() => {
      const { dev, ino, rdev, ctimeMs } = statSync(path);
      return [dev, ino, rdev, ctimeMs].join(' ');
    }),
  holders: (target) => holdersOf(root, target),
  group: (target) => readable(() => groupNamed(root, statSync(target).gid)),
});

function readable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

const names = (folder: string): readonly string[] => readable(() => readdirSync(folder)) ?? [];
const text = (file: string): string | undefined => readable(() => readFileSync(file, 'utf8').trim()) || undefined;

function portsOf(root: string): readonly SerialPortInfo[] {
  const stable = stableNames(root);
  return names(join(root, 'sys/class/tty')).flatMap((name) => {
    const entry = join(root, 'sys/class/tty', name);
    // Most have none, and this costs a tenth of an error that says so.
    if (!existsSync(join(entry, 'device'))) return [];
    const path = join(root, 'dev', name);
    const device = readable(() => realpathSync.native(join(entry, 'device')));
    // A UART that the kernel knows of but has not found is of type 0.
    if (device === undefined || text(join(entry, 'type')) === '0' || !readable(() => statSync(path))) return [];
    const byId = stable.get(path);
    return [{ path, ...(byId !== undefined && { stable: byId }), ...adapterOf(device) }];
  });
}

function stableNames(root: string): ReadonlyMap<string, string> {
  const folder = join(root, 'dev/serial/by-id');
  return new Map(
    names(folder).flatMap((name) => {
      const path = join(folder, name);
      const target = readable(() => realpathSync(path));
      return target === undefined ? [] : [[target, path] as const];
    }),
  );
}

/** The USB device that a port is part of lies some folders above it. */
function adapterOf(device: string): Partial<SerialPortInfo> {
  for (let folder = device; folder !== dirname(folder); folder = dirname(folder)) {
    const id = text(join(folder, 'idVendor'));
    if (id === undefined) continue;
    const texts = ['manufacturer', 'product', 'serial'].map((name) => [name, text(join(folder, name))] as const);
    return {
      vendorId: Number.parseInt(id, 16),
      productId: Number.parseInt(text(join(folder, 'idProduct')) ?? '', 16),
      ...Object.fromEntries(texts.filter(([, value]) => value !== undefined)),
    };
  }
  return {};
}

function holdersOf(root: string, target: string): readonly string[] {
  const processes = join(root, 'proc');
  return names(processes)
    .filter((name) => /^\d+$/.test(name))
    .filter((id) => {
      const open = join(processes, id, 'fd');
      return names(open).some((fd) => readable(() => readlinkSync(join(open, fd))) === target);
    })
    .map((id) => `${text(join(processes, id, 'comm')) ?? 'a program'} (${basename(id)})`);
}

const groupNamed = (root: string, id: number): string | undefined =>
  text(join(root, 'etc/group'))
    ?.split('\n')
    .map((line) => line.split(':'))
    .find(([, , number]) => number === String(id))?.[0];
