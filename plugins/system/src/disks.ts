import { statfs } from 'node:fs/promises';
import { type Attempt, defineSource, LcdError, plainText } from '@lcdflow/core';
import { concatMap, defer, from, map, type Observable, toArray } from 'rxjs';
import { bytes, everyOption, percent, plain } from './describe.ts';
import { type AskFileSystem, spaceOf } from './disk.ts';
import type { Files } from './files.ts';
import { type Mount, parseMounts } from './mounts.ts';
import { type AskPatiently, patience } from './patience.ts';
import { pollSlowly } from './poll-slowly.ts';

/** Two that hang are waited for half a second each. */
const PATIENCE = 2000;

type Space = ReturnType<typeof spaceOf>;
type Seen = Mount & { readonly space: Space | undefined };

const OPTIONS = {
  type: 'object',
  properties: {
    paths: {
      type: 'array',
      items: { type: 'string', minLength: 1 },
      minItems: 1,
      description: 'Only those mounted here, in this order; all on disks and servers when left out.',
      examples: [['/', '/home']],
    },
    every: everyOption('10s'),
  },
  additionalProperties: false,
} as const;

/** How full all file systems are, from /proc/mounts and statfs(2). */
export const disks = (files: Files, ask: AskFileSystem = (path) => statfs(path)) =>
  defineSource({
    name: 'disks',
    meaning: 'How full the file systems are that are mounted, a table of all.',
    options: OPTIONS,
    describe: {
      count: plain('How many there are.'),
      fullest: percent('Share in use of the fullest one.'),
      'disks[].mount': plain('Where it is mounted.'),
      'disks[].device': plain('What is mounted, such as `/dev/sda1` or `server:/export`.'),
      'disks[].type': plain('Its kind, such as `ext4`.'),
      'disks[].total': bytes('Its size.'),
      'disks[].used': bytes('Space in use.'),
      'disks[].available': bytes('Space that users other than root can still fill.'),
      'disks[].percent': percent('Used as a share of used + available, as `df` has it.'),
      'disks[].inodes': percent('Share of the places for files in use; no value where there is no limit.'),
    },
    read: ({ paths, every }, context) => {
      const [local, remote] = [patience(1), patience()];
      const patiently = ({ device }: Mount) => (device.startsWith('/dev/') ? local : remote);
      return pollSlowly(
        { name: 'disks', every, context },
        () =>
          defer(() => from(chosen(mountsOf(files), paths))).pipe(
            concatMap((mount) => see(mount, files, ask, patiently(mount))),
            toArray(),
            map(tableOf),
          ),
        PATIENCE,
      );
    },
  });

/** Those of another root are not those that this program sees. */
const mountsOf = (files: Files): readonly Mount[] =>
  parseMounts(files.text(files.at('/') === '/' || !files.exists('/proc/1/mounts') ? '/proc/mounts' : '/proc/1/mounts'));

function chosen(mounts: readonly Mount[], paths: readonly string[] | undefined): readonly Mount[] {
  if (paths === undefined) return mounts;
  return paths.map((path) => {
    const mount = mounts.find((one) => one.path === path);
    if (mount === undefined)
      throw new LcdError(
        'not-found',
        `nothing mounted on ${path}: expected ${mounts.map((one) => one.path).join(', ')}`,
      );
    return mount;
  });
}

const see = (mount: Mount, files: Files, ask: AskFileSystem, patiently: AskPatiently): Observable<Seen> =>
  patiently(mount.path, () =>
    ask(files.at(mount.path)).then(
      (space): Space | 'refused' => spaceOf(space),
      () => 'refused' as const,
    ),
  ).pipe(map((answer) => ({ ...mount, space: answer === 'refused' ? REFUSED : answer })));

/** One that this user may not see, such as another user's FUSE, is left out without a word, as `df` has it. */
const REFUSED: Space = { total: 0, used: 0, available: 0, percent: undefined, inodes: undefined };

function tableOf(seen: readonly Seen[]): Attempt {
  const shown = seen.filter(({ space }) => space === undefined || space.total > 0);
  const silent = shown.filter(({ space }) => space === undefined).map(({ path }) => path);
  const shares = shown.flatMap(({ space }) => space?.percent ?? []);
  const readings = {
    count: shown.length,
    fullest: shares.length === 0 ? undefined : Math.max(...shares),
    disks: shown.map(({ device, path, type, space }) => ({
      mount: plainText(path),
      device: plainText(device),
      type,
      ...(space ?? { ...REFUSED, total: undefined, used: undefined, available: undefined }),
    })),
  };
  return silent.length === 0 ? { readings } : { readings, problem: `no answer from ${silent.join(', ')}` };
}
