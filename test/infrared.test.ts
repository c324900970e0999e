import { checkConfig } from '@lcdflow/config';
import { type Frame, run } from '@lcdflow/core';
import type { EmulatedPanel } from '@lcdflow/emulator';
import picolcd, { type picolcd256x64Emulator } from '@lcdflow/plugin-picolcd';
import text from '@lcdflow/widget-text';
import { NEVER, timer } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { expect, test } from 'vitest';
import { createHost } from '../packages/cli/src/host.ts';
import { time } from '../packages/cli/src/time.ts';

type Panel = EmulatedPanel<ReturnType<typeof picolcd256x64Emulator.powerUp>>;

const PLUGINS = [picolcd, text, time];
const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** What the displays `front` and `side` show of a text after 2.7 s, if `front` receives infrared after 1 s. */
function glasses(words: string, { more = '', pulledAt = 9000 } = {}): readonly Frame[] {
  const config = `
displays:
  front: { driver: picolcd, device: emulated }
  side: { driver: picolcd, device: emulated }
pages:
  main: { text: '${words}' }
${more}`;
  const { program, problems } = checkConfig(config, 'c', PLUGINS);
  expect(problems).toEqual([]);
  return new TestScheduler(() => {}).run(({ flush }) => {
    const panels = new Map<string, Panel>();
    const watch: Parameters<typeof createHost>[0]['watch'] = ({ name }, panel) => {
      panels.set(name, panel as Panel);
      return NEVER;
    };
    const running = run(program!, createHost({ plugins: PLUGINS, log: silent, watch })).subscribe();
    timer(1000).subscribe(() => {
      const front = panels.get('front')!;
      front.report(front.device.infrared([-9000, 4500, -560]));
    });
    timer(pulledAt).subscribe(() => panels.get('front')!.unplug());
    timer(2700).subscribe(() => running.unsubscribe());
    flush();
    return ['front', 'side'].map((name) => panels.get(name)!.device.glass());
  });
}

test.each([
  ['{{ front.infrared[0] }} {{ front.infrared[1] }}', '9000 -4500'],
  ['{{ size(front.infrared) }} pulses', '3 pulses'],
  ['{{ front.infrared }}', '9000 -4500 560'],
  ['{{ side.infrared }}', '-'],
])('%s shows %s on every display', (expression, words) => {
  const [front, side] = glasses(expression);
  expect([front, side]).toEqual(glasses(words));
});

test('nothing is shown of a display that was lost, nor of the one that has come back', () => {
  const [, pulled] = glasses('{{ front.infrared }}', { pulledAt: 2500 });
  const [, back] = glasses('{{ front.infrared }}', { pulledAt: 1200 });
  const [, nothing] = glasses('-');
  expect([pulled, back]).toEqual([nothing, nothing]);
});

test('a source that has the name of a display hides it', () =>
  expect(glasses('{{ front.now > 0.0 }}', { more: 'sources: { front: { source: time } }' })).toEqual(glasses('true')));
