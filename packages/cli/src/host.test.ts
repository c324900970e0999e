import { type DisplayPlan, defineDriver, definePlugin, type ErrorCode, LcdError, type Model } from '@lcdflow/core';
import { defer, NEVER, type Observable, of, throwError } from 'rxjs';
import { expect, test } from 'vitest';
import { createHost } from './host.ts';

const MODEL: Model = { name: 'small', width: 8, height: 8, cell: 'pixel', colors: 2, keys: [], controls: [] };
const driver = defineDriver({
  ...{ name: 'panel', bus: 'wire', meaning: 'Made up.', models: [MODEL] },
  options: { type: 'object', properties: {}, additionalProperties: false },
  model: () => MODEL,
  open: () => NEVER,
});

/** What a display with `device: auto` gets for each time it connects, when the bus answers so. */
function connections(...answers: readonly (ErrorCode | 'open')[]): readonly string[] {
  const left = [...answers];
  const answer = (): Observable<never> => {
    const code = left.shift();
    return code === undefined || code === 'open' ? NEVER : throwError(() => new LcdError(code, code));
  };
  const attached = { submit: () => NEVER, incoming: NEVER };
  const bus = { name: 'wire', connect: () => defer(() => (left[0] === 'open' ? of(attached) : answer())) };
  const powerUp = () => ({ receive: () => ({}), press: () => [], glass: () => ({}) as never, controls: () => ({}) });
  const emulator = { driver: 'panel', model: 'small', bus: 'wire', interval: 1, powerUp, explain: () => '' };
  const plugin = definePlugin({
    name: 'made-up',
    apiVersion: 1,
    buses: [bus],
    drivers: [driver],
    emulators: [emulator],
  });
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  const plan = { name: 'front', driver, model: MODEL, options: {}, device: 'auto' } as unknown as DisplayPlan;
  const context = createHost({ plugins: [plugin], log, watch: () => NEVER }).context(plan);
  return answers.map(() => {
    let got = 'nothing';
    const subscription = context.connect('wire', {}).subscribe({
      next: (transport) => {
        got = transport === attached ? 'attached' : 'emulated';
      },
      error: ({ code }: LcdError) => {
        got = code;
      },
    });
    subscription.unsubscribe();
    if (got === 'attached') left.shift();
    return got;
  });
}

test('auto: an emulated device when none is attached at the start, and from then on', () =>
  expect(connections('not-found', 'open')).toEqual(['emulated', 'emulated']));

test('auto: one that was attached is waited for', () =>
  expect(connections('open', 'not-found', 'open')).toEqual(['attached', 'not-found', 'attached']));

test.each(['busy', 'disconnected', 'timeout'] as const)(
  'auto: one that is there but %s at the start is waited for, too',
  (code) => expect(connections(code, 'not-found', 'open')).toEqual([code, 'not-found', 'attached']),
);
