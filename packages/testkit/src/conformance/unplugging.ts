import type { LcdError } from '@lcdflow/core';
import {
  concat,
  defer,
  EMPTY,
  materialize,
  merge,
  mergeMap,
  type Observable,
  switchMap,
  takeUntil,
  tap,
  timer,
} from 'rxjs';
import { wholeTiles } from './areas.ts';
import type { Candidate } from './candidate.ts';
import { turn } from './control-checks.ts';
import { noise } from './frames.ts';
import { seededRandom } from './random.ts';
import { midRepaint, repainting } from './repainting.ts';
import { onPanel, opened, type Setup, type Trial, written } from './trial.ts';
import { look } from './virtual-time.ts';

/** What has not failed by then is taken as waiting for ever, in ms of virtual time. */
const LATEST = 60_000;

/** The display, its repaint, a write and a control that wait: all must end, and say why. */
export function failsWhenUnplugged(candidate: Candidate): void {
  onPanel(candidate, (setup) => {
    const ends = new Ends(['the open display', 'the repaint', 'a write', ...firstControl(candidate).map(controlText)]);
    return concat(
      openUntilUnplugged(setup, ends).pipe(takeUntil(timer(LATEST))),
      look(() => ends.expectDisconnected('the panel was unplugged')),
    );
  });
}

/** The connection says nothing: a bus may learn that a device has gone from a failing packet only. */
export function failsWhenPacketsFail(candidate: Candidate): void {
  for (const good of [0, 1])
    onPanel(candidate, (setup) => {
      const ends = new Ends(['the open display with its repaint']);
      const breaking = (count: number) => {
        setup.wire.brokenFrom = setup.wire.submitted + 1 + count;
      };
      if (good === 0) breaking(0);
      const used = opened(setup).pipe(
        tap(() => breaking(good)),
        switchMap((display) => repainting({ ...setup, display })),
      );
      return concat(
        ends.noted('the open display with its repaint', used).pipe(takeUntil(timer(LATEST))),
        look(() => ends.expectDisconnected('packets failed with "disconnected"')),
      );
    });
}

/** Nobody unsubscribes anybody here, so that what is forgotten can be seen. */
function openUntilUnplugged(setup: Setup, ends: Ends): Observable<unknown> {
  return ends
    .noted('the open display', opened(setup))
    .pipe(
      mergeMap((display) =>
        merge(
          midRepaint(setup).pipe(switchMap(() => unplugging({ ...setup, display }, ends))),
          ends.noted('the repaint', repainting({ ...setup, display })),
        ),
      ),
    );
}

function unplugging(begun: Trial, ends: Ends): Observable<unknown> {
  const { display, panel, candidate } = begun;
  const frame = noise(candidate.model, candidate.model.cell, seededRandom(candidate.seed));
  return merge(
    ends.noted('a write', written(display, frame, wholeTiles(display)[0]!)),
    ...firstControl(candidate).map((name) => ends.noted(controlText(name), turn(begun, name, 1))),
    defer(() => {
      panel.unplug();
      return EMPTY;
    }),
  );
}

const firstControl = ({ model }: Candidate): readonly string[] => model.controls.slice(0, 1);
const controlText = (name: string): string => `the control ${name}`;

/** How streams end that should all fail. */
class Ends {
  readonly #ends: Map<string, string>;

  constructor(names: readonly string[]) {
    this.#ends = new Map(names.map((name) => [name, 'is still waiting']));
  }

  /** The same stream; its end is noted and does not end others. */
  noted<T>(name: string, stream: Observable<T>): Observable<T> {
    const note = (end: string) => this.#ends.set(name, end);
    return stream.pipe(
      tap({ error: (error: unknown) => note(failureText(error)), complete: () => note('has completed') }),
      materialize(),
      mergeMap((event) => (event.kind === 'N' ? [event.value] : EMPTY)),
    );
  }

  expectDisconnected(why: string): void {
    const wrong = [...this.#ends].filter(([, end]) => end !== FAILED);
    if (wrong.length === 0) return;
    throw new Error(`${why}: ${wrong.map(([name, end]) => `${name} ${end}`).join(', ')}; it should fail with that`);
  }
}

const FAILED = 'has failed with "disconnected"';

function failureText(error: unknown): string {
  const { code, message } = (error ?? {}) as Partial<LcdError>;
  return `has failed with "${code ?? message}"`;
}
