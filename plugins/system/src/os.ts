import { machine, release, type } from 'node:os';
import { defineSource } from '@lcdflow/core';
import { everyOption, plain } from './describe.ts';
import { type Files, onLinuxOr } from './files.ts';
import { poll } from './poll.ts';

/** The operating system, from /etc/os-release and the kernel. */
export const os = (files: Files) =>
  defineSource({
    name: 'os',
    meaning: 'The operating system.',
    options: { type: 'object', properties: { every: everyOption('1h') }, additionalProperties: false },
    describe: {
      name: plain('Name and version of the system, such as `Debian GNU/Linux 12 (bookworm)`.'),
      distribution: plain('Short name of the distribution, such as `debian`; no value on other systems.'),
      version: plain('Its version, such as `12`; no value for those that have none.'),
      kernel: plain('Version of the kernel, such as `6.1.0-18-amd64`.'),
      arch: plain('Kind of processor, such as `x86_64` or `aarch64`.'),
    },
    read: ({ every }, context) =>
      poll({ name: 'os', every, context }, () => onLinuxOr(files, () => linuxSystem(files), otherSystem)),
  });

function linuxSystem(files: Files) {
  const kernel = files.text('/proc/sys/kernel/osrelease').trim();
  const release = ['/etc/os-release', '/usr/lib/os-release'].find(files.exists);
  const text = release === undefined ? '' : files.text(release);
  // Kernels before 6.1 have no such file; this program's own answer is right unless the root is another machine's.
  const arch = files.exists('/proc/sys/kernel/arch') ? files.text('/proc/sys/kernel/arch').trim() : machine();
  const [distribution, version] = [releaseValue(text, 'ID'), releaseValue(text, 'VERSION_ID')];
  return { name: releaseValue(text, 'PRETTY_NAME') ?? 'Linux', distribution, version, kernel, arch };
}

/** What every system tells. */
const otherSystem = () => ({
  name: type(),
  distribution: undefined,
  version: undefined,
  kernel: release(),
  arch: machine(),
});

const lineLike = (key: string) => new RegExp(`^${key}=(?:"((?:[^"\\\\\n]|\\\\.)*)"|'([^'\n]*)'|(\\S*))\\s*$`, 'm');

const LINES = { PRETTY_NAME: lineLike('PRETTY_NAME'), ID: lineLike('ID'), VERSION_ID: lineLike('VERSION_ID') } as const;

/** A value of an os-release file without its quotes (os-release(5)); `undefined` when it is not there. */
export function releaseValue(text: string, key: keyof typeof LINES): string | undefined {
  const [, quoted, single, bare] = LINES[key].exec(text) ?? [];
  return quoted?.replace(/\\(.)/g, '$1') ?? single ?? bare;
}
