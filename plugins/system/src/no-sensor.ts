import { type Files, lineOf } from './files.ts';

/** Why there is no sensor: `no hwmon device: virtual machine`. */
export const noSensor = (files: Files): string => `no hwmon device: ${noHardware(files) ?? noDriver(files)}`;

/** What a machine is does not change while it runs. */
const known = new WeakMap<Files, { readonly reason: string | undefined }>();

/** Why there can be no hardware to ask; nothing when there can. */
export function noHardware(files: Files): string | undefined {
  const { reason } = known.get(files) ?? { reason: placeOf(files) };
  known.set(files, { reason });
  return reason;
}

function placeOf(files: Files): string | undefined {
  if (!files.exists('/proc')) return 'only Linux tells';
  if (isVirtual(files)) return 'virtual machine';
  return isContainer(files) ? 'container' : undefined;
}

function noDriver(files: Files): string {
  const driver = driverOf(lineOf(files, '/proc/cpuinfo') ?? '');
  if (driver === undefined) return 'driver not loaded';
  return files.exists(`/sys/module/${driver}`) ? `module ${driver} found nothing` : `module ${driver} not loaded`;
}

/** The driver for the temperature of the processor (kernel documentation, hwmon/coretemp and hwmon/k10temp). */
function driverOf(cpuinfo: string): string | undefined {
  const vendor = /^vendor_id\s*: (\w+)$/m.exec(cpuinfo)?.[1];
  return vendor === 'GenuineIntel' ? 'coretemp' : vendor === 'AuthenticAMD' ? 'k10temp' : undefined;
}

/** A hypervisor shows itself to x86 processors by a flag, to others by a file. */
const isVirtual = (files: Files): boolean =>
  files.exists('/sys/hypervisor/type') || / hypervisor( |$)/m.test(lineOf(files, '/proc/cpuinfo') ?? '');

const isContainer = (files: Files): boolean =>
  ['/.dockerenv', '/run/.containerenv', '/run/systemd/container'].some(files.exists);
