import { writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

/** How a step ended. */
export interface Result {
  readonly name: string;
  readonly passed: boolean;
  readonly seconds: number;
  /** What was measured, or why it failed. */
  readonly words: string;
}

const results: Result[] = [];

let file: string | undefined;

/** From now on all results are in this file, also when something ends the program before its time. */
export const keepResultsIn = (path: string): void => {
  file = path;
};

export const allResults = (): readonly Result[] => results;

export const seconds = (): number => performance.now() / 1000;

/** Now, in ms of the one clock that all programs of the guest share; `performance.timeOrigin` differs by ms there. */
export const clock = (): number => Number(process.hrtime.bigint()) / 1e6;

const text = (value: unknown): string => (value instanceof Error ? value.message : String(value ?? ''));

/** Longer than any step may take, in s. */
const PATIENCE = 130;

/** Runs one step and prints how it went. Failures are remembered, the next step runs all the same. */
export async function step(name: string, body: () => Promise<unknown> | unknown): Promise<void> {
  const start = seconds();
  const late = sleep(PATIENCE * 1_000, undefined, { ref: false }).then(() => {
    throw new Error(`not over within ${PATIENCE} s`);
  });
  const [passed, words] = await Promise.race([Promise.resolve().then(body), late]).then(
    (value) => [true, text(value)] as const,
    (error) => [false, text(error)] as const,
  );
  const result = { name, passed, seconds: seconds() - start, words };
  results.push(result);
  if (file) writeFileSync(file, `${JSON.stringify(results, undefined, 2)}\n`);
  const [first, ...more] = words.split('\n');
  console.log(`${passed ? 'pass' : 'FAIL'}  ${name} (${result.seconds.toFixed(1)} s)${first ? `: ${first}` : ''}`);
  for (const line of more) console.log(`      ${line}`);
}

type Answer<T> = T | undefined | false;

/** Waits until something is there, asking again after each `pause` (ms); the error says what was expected. */
export async function until<T>(
  what: string,
  ask: () => Answer<T> | Promise<Answer<T>>,
  patience = 60,
  pause = 10,
): Promise<T> {
  const end = seconds() + patience;
  for (;;) {
    const found = await ask();
    if (found !== undefined && found !== false) return found;
    if (seconds() > end) throw new Error(`not within ${patience} s: ${what}`);
    await sleep(pause);
  }
}

export function check(holds: boolean, words: () => string): void {
  if (!holds) throw new Error(words());
}

export { sleep };
