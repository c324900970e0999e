import { type Logger, run } from '@lcdflow/core';
import { type Behaviour, emulate } from '@lcdflow/emulator';
import { picolcd256x64Emulator } from '@lcdflow/plugin-picolcd';
import { VirtualScheduler } from '@lcdflow/testkit';
import { defer, Subject, takeUntil, tap, timer } from 'rxjs';
import { programOf } from './emulation.ts';
import type { Figure } from './figure.ts';
import { weighed } from './heap.ts';

const MINUTE = 60_000;
const FAULTS = 1_000;
/** ms between two of them, so that they are over with the hour. */
const BETWEEN = (60 * MINUTE) / FAULTS;

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

const COMPLAINT = Uint8Array.of(0x10, 0x96, 0x02, ...new Uint8Array(14));

/** Five kinds of faults in turn; the last of them pulls the panel, which is put in again at once. */
const KINDS: readonly Behaviour[] = [
  () => () => ({ stalled: true }),
  () => () => ({ refused: 300 }),
  (receive) => (packet) => ({ ...receive(packet), late: 200 }),
  (receive) => (packet) => ({ ...receive(packet), answers: [COMPLAINT] }),
  () => () => ({ unplugged: true }),
];

/** A fault strikes the first packet after it is due. */
function faulty() {
  let due = 0;
  let struck = 0;
  const behaviour: Behaviour = (receive, device) => (packet) => {
    if (struck >= due) return receive(packet);
    return KINDS[struck++ % KINDS.length]!(receive, device)(packet);
  };
  return { behaviour, isDue: () => due++, struck: () => struck };
}

/** How much the heap grows in an hour of virtual time with faults; in the hour before V8 has warmed up. */
export function endurance(): readonly Figure[] {
  const heap: number[] = [];
  const faults = faulty();
  let lost = 0;
  // A moment later, so that the second weighing happens.
  const over = timer(122 * MINUTE + 1);
  // What goes wrong is meant to.
  const log: Logger = { debug() {}, info() {}, warn() {}, error: console.error };
  new VirtualScheduler().run(() => {
    const arrivals = new Subject<void>();
    const panel = () => emulate(picolcd256x64Emulator, { behaviours: [faults.behaviour] });
    const connect = () =>
      defer(() => panel().connection).pipe(
        tap({
          error: () => {
            lost++;
          },
        }),
      );
    const host = { log, context: () => ({ connect, display: 'front', log }), arrivals: () => arrivals };
    run(programOf(config), host).pipe(takeUntil(over)).subscribe();
    timer(2 * MINUTE, BETWEEN)
      .pipe(takeUntil(over))
      .subscribe(faults.isDue);
    const weighing = timer(62 * MINUTE, 60 * MINUTE).pipe(takeUntil(over));
    weighing.pipe(tap(() => heap.push(weighed()))).subscribe();
  });
  return [
    {
      name: 'growth of the heap in an hour of virtual time with 1,000 faults',
      value: heap[1]! - heap[0]!,
      unit: 'MB',
      goal: { atMost: 0.25 },
    },
    { name: 'faults that struck in it', value: faults.struck() / 2, unit: 'faults', goal: { atLeast: FAULTS } },
    { name: 'panels lost in it', value: lost / 2, unit: 'panels' },
  ];
}
