import { existsSync, lstatSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { defer, firstValueFrom, repeat, tap } from 'rxjs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { closeAll, Memory, watch } from '../test/bench.ts';
import { endAll, linkPath, WITH_SOCAT } from '../test/socat.ts';
import { serialBus } from './bus.ts';
import { type FarEnd, pseudoTerminal } from './pseudo-terminal.ts';

const ADDRESS = { baudRate: 115_200, paced: false };

afterEach(() => {
  closeAll();
  endAll();
});

async function made(link: string) {
  const seen = watch(pseudoTerminal(link));
  await vi.waitFor(() => expect(seen.values).toHaveLength(1), { interval: 5 });
  return { ...seen, end: seen.values[0] as FarEnd };
}

describe.runIf(WITH_SOCAT)('a pseudo terminal (needs socat)', () => {
  test('leads from a port to its far end and back; programs come and go; the link goes with it', async () => {
    const link = linkPath();
    const { end, subscription } = await made(link);
    const heard = watch(end.piece.pipe(repeat()));
    const bus = serialBus();
    for (const byte of [1, 2, 3]) {
      const port = watch(bus.connect({ ...ADDRESS, path: link }, new Memory()));
      await vi.waitFor(() => expect(port.values).toHaveLength(1));
      const incoming = watch(port.values[0]!.incoming);
      await firstValueFrom(port.values[0]!.submit(Uint8Array.of(byte)));
      end.send(Uint8Array.of(byte + 100));
      await vi.waitFor(() => expect(incoming.values).toEqual([Uint8Array.of(byte + 100)]));
      await vi.waitFor(() => expect(heard.values.at(-1)).toEqual(Uint8Array.of(byte)));
      port.subscription.unsubscribe();
    }
    subscription.unsubscribe();
    await vi.waitFor(() => expect(existsSync(link)).toBe(false));
  });

  test('what nobody asks for is not read', async () => {
    const link = linkPath();
    const { end } = await made(link);
    const port = watch(serialBus().connect({ ...ADDRESS, path: link }, new Memory()));
    await vi.waitFor(() => expect(port.values).toHaveLength(1));
    const all = watch(defer(() => port.values[0]!.submit(new Uint8Array(10_000))).pipe(repeat(200)));
    let before = -1;
    await vi.waitFor(
      () => {
        const now = all.values.length;
        const isStill = now === before;
        before = now;
        expect(isStill).toBe(true);
      },
      { interval: 100, timeout: 5_000 },
    );
    expect(all.ends).toEqual([]);
    let bytes = 0;
    watch(
      end.piece.pipe(
        tap((piece) => (bytes += piece.length)),
        repeat(),
      ),
    );
    await vi.waitFor(() => expect(bytes).toBe(2_000_000), 5_000);
  });

  test('a link that was left behind is taken over', async () => {
    const link = linkPath();
    symlinkSync('/dev/pts/nobody', link);
    const { subscription } = await made(link);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    subscription.unsubscribe();
  });

  test('a folder that is not there is told', async () => {
    const link = `${linkPath()}/none/port`;
    const { ends } = watch(pseudoTerminal(link));
    await vi.waitFor(() => expect(ends).toHaveLength(1));
    expect(ends[0]).toMatch(/^config: socat has ended: symlink\(.*No such file or directory$/);
  });
});

test('a file that is there already stays', () => {
  const link = linkPath();
  writeFileSync(link, 'mine');
  expect(watch(pseudoTerminal(link)).ends).toEqual([
    `config: ${link}: a path is expected where nothing is yet, without "," and "!"`,
  ]);
  expect(readFileSync(link, 'utf8')).toBe('mine');
  expect(watch(pseudoTerminal(`${link},fork`)).ends).toHaveLength(1);
});

test('without socat it names the package', async () => {
  const { ends } = watch(pseudoTerminal(linkPath(), 'no-such-socat'));
  await vi.waitFor(() =>
    expect(ends).toEqual([
      'config: no-such-socat cannot be started: it is needed for pseudo terminals: sudo apt install socat',
    ]),
  );
});
