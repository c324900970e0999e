import { once } from 'node:events';
import { connect } from 'node:net';
import type { Frame } from '@lcdflow/core';
import { encodeArea } from '@lcdflow/plugin-picolcd';
import { expect } from 'vitest';
import { answersIn, importOf, out, read } from '../../packages/emulator/test/usbip-client.ts';

const TILE = { width: 64, height: 8 };

/** A computer that has borrowed a picoLCD over USB/IP. */
export interface Borrower {
  /** Sends a whole picture, and waits until the panel has taken it. */
  draw(frame: Frame): Promise<void>;
  /** The packets that have come from the panel, in hex. */
  received(): readonly string[];
  giveBack(): void;
}

/** Borrows what is lent on a port of this machine. */
export async function borrow(port: number, busid: string): Promise<Borrower> {
  const socket = connect(port, '127.0.0.1');
  let stream = Buffer.alloc(0);
  socket.on('data', (more: Buffer) => {
    stream = Buffer.concat([stream, more]);
  });
  await once(socket, 'connect');
  const answers = (): readonly string[] => answersIn(stream);
  const answer = (words: string | RegExp) =>
    expect.poll(() => answers().some((text) => (typeof words === 'string' ? text === words : words.test(text))), {
      timeout: 10_000,
      interval: 20,
    });
  socket.write(importOf(busid));
  await answer('import 0').toBe(true);
  // Two reads wait, as they do in a driver; odd numbers are those of reads.
  for (const seqnum of [1, 3]) socket.write(read(seqnum));
  let seqnum = 0;
  return {
    draw: async (frame) => {
      for (let y = 0; y < frame.cells.length / frame.width; y += TILE.height)
        for (let x = 0; x < frame.width; x += TILE.width)
          for (const packet of encodeArea(frame, { x, y, ...TILE }, 'any')) {
            seqnum += 2;
            socket.write(out(seqnum, packet));
          }
      await answer(new RegExp(`^#${seqnum} 0 `)).toBe(true);
    },
    received: () => answers().flatMap((text) => /^#[13] 0 \d+: (.*)/.exec(text)?.[1] ?? []),
    giveBack: () => void socket.destroy(),
  };
}
