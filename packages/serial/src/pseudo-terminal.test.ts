import { firstValueFrom, ignoreElements, mergeMap, range, type Subscription } from 'rxjs';
import { concat, lastValueFrom, toArray } from 'rxjs';
import type { Transport } from '@lcdflow/core';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Memory, watch } from '../test/bench.ts';
import { FarEnd, farEnd, HAS_SOCAT, linkPath } from '../test/socat.ts';
import { serialBus } from './bus.ts';

const bus = serialBus();
const open: Subscription[] = [];
const FAST = { baudRate: 115_200, paced: false };

afterEach(() => {
  for (const subscription of open.splice(0)) subscription.unsubscribe();
});

/** Connects to a port, and tells what became of it. */
async function connected(path: string, address: Record<string, unknown> = FAST) {
  const seen = watch(bus.connect({ ...address, path }, new Memory()));
  open.push(seen.subscription);
  await vi.waitFor(() => expect(seen.values.length + seen.ends.length).toBeGreaterThan(0));
  const transport = seen.values[0] as Transport;
  return { ...seen, transport, close: () => seen.subscription.unsubscribe() };
}

const noise = (bytes: number, seed: number): Uint8Array =>
  Uint8Array.from({ length: bytes }, (_, index) => (index * 7 + (index >> 8) * seed) & 0xff);

function pieces(bytes: Uint8Array, size: number): Uint8Array[] {
  const count = Math.ceil(bytes.length / size);
  return Array.from({ length: count }, (_, index) => bytes.subarray(index * size, (index + 1) * size));
}

describe.skipIf(!HAS_SOCAT)('on pseudo terminals (needs socat)', () => {
  test('bytes go and come, unchanged', async () => {
    const far = await farEnd();
    const { transport } = await connected(far.path);
    const heard = watch(transport.incoming);
    const every = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    expect(await firstValueFrom(transport.submit(every))).toEqual({ packet: every, bytes: 256 });
    far.write(every);
    await vi.waitFor(() => {
      expect(far.bytes.equals(every)).toBe(true);
      expect(Buffer.concat(heard.values).equals(every)).toBe(true);
    });
  });
});
