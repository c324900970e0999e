import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { containers } from '../src/containers.ts';
import { bench, folder } from './bench.ts';

const found = ['/usr/bin/podman', '/usr/local/bin/podman'].some(existsSync);

/** Podman with everything it keeps in a folder of this test. */
function podmanIn(home: string) {
  const own = ['--root', join(home, 'root'), '--runroot', join(home, 'run'), '--storage-driver', 'vfs'];
  const words = [...own, '--cgroup-manager', 'cgroupfs', '--events-backend', 'file', '--tmpdir', join(home, 'tmp')];
  const socket = join(home, 'podman.sock');
  return {
    socket,
    run: (...more: string[]) =>
      execFileSync('podman', [...words, ...more], { stdio: ['pipe', 'pipe', 'ignore'], input: '' }),
    serve: () =>
      spawn('podman', [...words, 'system', 'service', '--time', '0', `unix://${socket}`], { stdio: 'ignore' }),
  };
}

async function ended(process: ChildProcess): Promise<void> {
  if (process.exitCode !== null || process.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => process.once('exit', () => resolve()));
  process.kill('SIGKILL');
  await gone;
}

test.skipIf(!found)(
  'the real Podman: containers are made, renamed and removed, and it is killed and comes back (needs apt-get install podman)',
  { timeout: 60_000 },
  async () => {
    const podman = podmanIn(folder());
    const tar = execFileSync('tar', ['c', '-C', folder(), '.']);
    execFileSync('sh', ['-c', 'cat > "$0/image.tar"', join(podman.socket, '..')], { input: tar });
    podman.run('import', join(podman.socket, '../image.tar'), 'tiny');
    let service = podman.serve();
    onTestFinished(() => ended(service));
    await expect.poll(() => existsSync(podman.socket), { timeout: 10_000 }).toBe(true);
    const { watch, logged } = bench(containers('/', []), { socket: podman.socket, stats: true, images: true });
    const watching = watch();
    expect(await watching.until(({ total }) => total === 0)).toMatchObject({ images: 1, running: 0 });
    podman.run('create', '--name', 'web', 'tiny', '/nothing');
    const one = { image: 'localhost/tiny:latest', state: 'created', status: 'Created', cpu: undefined };
    expect(await watching.until(({ total }) => total === 1)).toMatchObject({
      stopped: 1,
      containers: [{ name: 'web', ...one }],
    });
    podman.run('rename', 'web', 'shop');
    const name = ({ containers: all }: { containers?: unknown }) => (all as { name: string }[] | undefined)?.[0]?.name;
    await watching.until((readings) => name(readings) === 'shop');
    await ended(service);
    expect(await watching.until(({ stale }) => stale === true)).toEqual({ updated: undefined, stale: true });
    service = podman.serve();
    await watching.until(({ total }) => total === 1);
    podman.run('rm', 'shop');
    await watching.until(({ total }) => total === 0);
    expect([logged[0], logged.at(-1)]).toEqual([
      expect.stringContaining('has closed the connection early'),
      'containers: is back',
    ]);
  },
);
