import { readlinkSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { defer, type Observable } from 'rxjs';

/** What Linux knows about USB devices without their being opened. */
export interface Sysfs {
  /**
   * One attribute of a device such as `serial`; `undefined` where there is none. Comes late, or never, while the kernel
   * sets the device up: it makes readers of texts and configuration wait for the device's lock.
   */
  attribute(port: string, name: string): Observable<string | undefined>;
  /** The kernel driver of an interface such as `1-1.2:1.0`. Nobody waits for a lock here. */
  driver(place: string): string | undefined;
}

/** The sysfs below a folder, `/sys/bus/usb/devices` on Linux; elsewhere it knows nothing. */
export function sysfsAt(root: string): Sysfs {
  const reads = new Map<string, Promise<string | undefined>>();
  // A read that waits holds one of the four threads of Node's pool, and the end of the process waits for it as well: so
  // there is never more than one of the same file.
  const shared = (file: string): Promise<string | undefined> => {
    const read = reads.get(file) ?? contentOf(file).finally(() => reads.delete(file));
    reads.set(file, read);
    return read;
  };
  return {
    attribute: (port, name) => defer(() => shared(`${root}/${port}/${name}`)),
    driver: (place) => linkedBy(`${root}/${place}/driver`),
  };
}

const contentOf = (file: string): Promise<string | undefined> =>
  readFile(file, 'utf8').then(
    (text) => text.trim(),
    () => undefined,
  );

function linkedBy(link: string): string | undefined {
  try {
    return basename(readlinkSync(link));
  } catch {
    return undefined;
  }
}
