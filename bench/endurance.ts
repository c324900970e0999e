import { run } from '@lcdflow/core';
import { emulate } from '@lcdflow/emulator';
import { picolcd256x64Emulator } from '@lcdflow/plugin-picolcd';
import { takeUntil, tap, timer } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { programOf } from './emulation.ts';
import type { Figure } from './figure.ts';
import { log } from './log.ts';

const MINUTE = 60_000;

/** Pages that turn, a marquee, a graph, and readings that change all the time. */
const config = `
displays: { front: { driver: picolcd, rotate: 7s } }
pages:
  moving:
    column:
      - clock: HH:mm:ss
      - graph: level.value
      - { text: '{{ load.value }} and so many words that they cannot fit into the place', overflow: marquee }
  plain: { column: [{ bar: level.value }, { text: '{{ load.value }}' }] }
`;

/** How much the heap has grown between the second minute and the end of an hour of virtual time. */
export function endurance(): readonly Figure[] {
  const heap: number[] = [];
  const over = timer(62 * MINUTE);
  new TestScheduler(() => undefined).run(() => {
    const panel = emulate(picolcd256x64Emulator);
    const context = () => ({ connect: () => panel.connection, display: 'front', log });
    run(programOf(config), { log, context }).pipe(takeUntil(over)).subscribe();
    const weighing = timer(2 * MINUTE, 60 * MINUTE).pipe(takeUntil(over));
    weighing.pipe(tap(() => heap.push(weighed()))).subscribe();
  });
  return [
    {
      name: 'growth of the heap in an hour of virtual time',
      value: heap.at(-1)! - heap[0]!,
      unit: 'MB',
      goal: { atMost: 1 },
    },
  ];
}

/** The heap in MB after cleaning up. */
function weighed(): number {
  if (globalThis.gc === undefined) throw new Error('node needs --expose-gc');
  globalThis.gc();
  return process.memoryUsage().heapUsed / 1e6;
}
