import { milliseconds } from '@lcdflow/core';

/** What happens while a program runs, in ms of virtual time. */
export interface Script {
  /** When pictures are taken; the last one ends the run. */
  readonly shots: readonly number[];
  readonly events: readonly ScriptEvent[];
}

export interface ScriptEvent {
  readonly kind: 'press' | 'unplug' | 'machine';
  /** A key with or without its display, a display, or a fixture. */
  readonly what: string;
  readonly at: number;
}

const LINE = /^# (after|press|unplug|machine): (.*)$/gm;

function time(text: string): number {
  const ms = milliseconds(text);
  if (ms === undefined) throw new Error(`a script's time must be such as 500ms or 3s, but is "${text}"`);
  return ms;
}

function eventOf(kind: ScriptEvent['kind'], words: string): ScriptEvent {
  const [, what, at] = /^(\S+) at (\S+)$/.exec(words) ?? [];
  if (at === undefined) throw new Error(`a script's ${kind} must be such as "down at 2s", but is "${words}"`);
  return { kind, what: what!, at: time(at) };
}

/**
 * The comment lines of a config that say what happens to it in a test:
 *
 *     # after: 500ms, 3s         pictures; 1s when left out
 *     # press: front.down at 2s  a key of the emulated panel, for a tenth of a second; without a display of the first one
 *     # unplug: front at 2s      another panel is there when the driver asks again
 *     # machine: laptop-later at 1s
 */
export function scriptOf(config: string): Script {
  const lines = [...config.matchAll(LINE)].map(([, kind, words]) => ({ kind: kind!, words: words!.trim() }));
  const shots = lines.filter(({ kind }) => kind === 'after').flatMap(({ words }) => words.split(/, */).map(time));
  const events = lines.flatMap(({ kind, words }) =>
    kind === 'after' ? [] : [eventOf(kind as ScriptEvent['kind'], words)],
  );
  return { shots: shots.length > 0 ? shots.sort((a, b) => a - b) : [1_000], events };
}
