import { concat, defer, ignoreElements, type Observable } from 'rxjs';
import type { Candidate } from './candidate.ts';
import type { Check } from './check.ts';
import { type Trial, trial } from './trial.ts';
import { look } from './virtual-time.ts';

/** The levels each control is turned to. */
export const LEVELS = [0, 0.25, 0.5, 0.75, 1] as const;
/** Panels with few steps round; at both ends there is nothing to round. */
const ROUNDING = 0.02;

/** What a person sees of the controls. */
export const controlChecks: readonly Check[] = [{ name: 'takes its controls from 0 to 1', run: takesControls }];

function takesControls(candidate: Candidate): void {
  trial(candidate, (begun) => concat(...candidate.model.controls.map((name) => turned(begun, name))));
}

/** Turns a control up step by step, and looks each time when that has completed. */
function turned(begun: Trial, name: string): Observable<never> {
  const seen: number[] = [];
  const steps = LEVELS.map((level) => {
    let others = '';
    return concat(
      look(() => {
        others = othersOf(begun, name);
      }),
      turn(begun, name, level),
      look(() => {
        seen.push(begun.panel.device.controls()[name] ?? Number.NaN);
        expectLevel(name, level, seen);
        const now = othersOf(begun, name);
        if (now !== others) throw new Error(`${name} was turned, and others changed: from ${others} to ${now}`);
      }),
    );
  });
  return concat(...steps);
}

/** Turns one control of a display. */
export const turn = ({ display }: Trial, name: string, level: number): Observable<never> =>
  defer(() => {
    const control = display.controls?.[name];
    if (!control) throw new Error(`the display has no control "${name}"`);
    return control(level).pipe(ignoreElements());
  });

/** It follows: never down while it is turned up, and all the way at both ends. */
function expectLevel(name: string, level: number, seen: readonly number[]): void {
  const now = seen.at(-1)!;
  const atEnd = level === 0 || level === 1;
  const fits = atEnd ? Math.abs(now - level) <= ROUNDING : now >= seen.at(-2)! && now <= 1;
  if (!fits) throw new Error(`${name} was turned to ${level}, and a person sees ${seen.join(', then ')}`);
}

function othersOf({ panel }: Trial, name: string): string {
  const others = Object.entries(panel.device.controls()).filter(([other]) => other !== name);
  return others.map(([other, level]) => `${other} ${level}`).join(', ');
}
