import {
  blankFrame,
  type DeviceEmulator,
  type DisplayPlan,
  defineDriver,
  defineWidget,
  type EmulatedDevice,
  type Expressions,
  type Host,
  type Logger,
  label,
  type Model,
  type Page,
  type Program,
  type RunEvent,
  run,
  transferQueue,
  type Widget,
} from '@lcdflow/core';
import type { EmulatedPanel } from '@lcdflow/emulator';
import { serialBus } from '@lcdflow/serial';
import { BehaviorSubject, map, merge, Subject, type Subscription, switchMap } from 'rxjs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { lentOverPty } from '../packages/cli/src/lend-over-pty.ts';
import { endAll, farEnd, linkPath, WITH_SOCAT } from '../packages/serial/test/socat.ts';

const MODEL: Model = { name: '8x1', width: 8, height: 1, cell: 'character', colors: 2, keys: [], controls: [] };
const RATE = 19_200;
const NONE = { type: 'object', properties: {}, additionalProperties: false } as const;

/** A line of letters: 0x80 and a column, then the letters from there on. `padding`: bytes of no meaning before each. */
const line = (padding: number) =>
  defineDriver({
    ...{ name: 'line', meaning: 'Made up.', bus: 'serial', models: [MODEL], options: NONE },
    model: () => MODEL,
    open: (_options, { connect }) =>
      connect('serial', { baudRate: RATE }).pipe(
        switchMap((transport) => {
          const queue = transferQueue(transport, 1);
          const write = (
            frame: { readonly cells: Uint32Array },
            area: { readonly x: number; readonly width: number },
          ) =>
            queue.send([
              Uint8Array.of(
                ...Array(padding).fill(0),
                0x80 + area.x,
                ...frame.cells.subarray(area.x, area.x + area.width),
              ),
            ]);
          const display = { width: 8, height: 1, cell: 'character', gap: 1, write, queue } as const;
          return merge(queue.completions.pipe(switchMap(() => [])), [display]);
        }),
      ),
  });

function powerUp(): EmulatedDevice {
  const frame = blankFrame({ width: 8, height: 1 }, 0x20);
  let at = 0;
  return {
    receive: (bytes) => {
      for (const byte of bytes)
        if (byte >= 0x80) at = byte - 0x80;
        else frame.cells[at++ % 8] = byte;
      return {};
    },
    press: () => [],
    glass: () => ({ ...frame, cells: frame.cells.slice() }),
    controls: () => ({}),
  };
}
const emulator: DeviceEmulator = {
  ...{ driver: 'line', model: '8x1', bus: 'serial', interval: 1, baudRate: RATE, powerUp },
  explain: () => 'letters',
};
const wordsOf = ({ device }: EmulatedPanel): string => String.fromCodePoint(...device.glass().cells).trim();

function programOf(
  words: BehaviorSubject<string>,
  driver: ReturnType<typeof line>,
  devices: readonly object[],
): Program {
  const render: Widget['render'] = () => words.pipe(map((text) => label(text)));
  const widget = defineWidget({ name: 'words', meaning: 'Words', options: NONE, render }) as Widget;
  const size = { value: 1, unit: 'fr' } as const;
  const page: Page = { name: 'main', root: { kind: 'widget', size, widget, options: {}, path: ['pages', 'main'] } };
  const displays = devices.map(
    (device, index): DisplayPlan => ({
      ...{ name: `line${index}`, driver: driver as never, options: {}, model: MODEL, fps: 10, pages: [page] },
      device: { ...device },
    }),
  );
  return { displays, sources: [], keys: [], expressions: {} as Expressions };
}

const log: Logger = { debug() {}, info() {}, warn() {}, error() {} };
const subscriptions: Subscription[] = [];
afterEach(() => {
  for (const subscription of subscriptions.splice(0)) subscription.unsubscribe();
  endAll();
});

/** Runs displays at some ports until the test ends. */
function running(words: BehaviorSubject<string>, driver: ReturnType<typeof line>, ...devices: readonly object[]) {
  const bus = serialBus();
  const stop = new Subject<void>();
  const events: RunEvent[] = [];
  const ends: string[] = [];
  const host: Host = {
    log,
    context: ({ name, device }) => ({
      ...{ log, display: name },
      connect: (_bus, address) => bus.connect({ ...address, ...(device as object) }, log),
    }),
    arrivals: () => bus.arrivals!(),
  };
  const program = programOf(words, driver, devices);
  subscriptions.push(
    run(program, host, { stop }).subscribe({ next: (event) => events.push(event), complete: () => ends.push('|') }),
  );
  return {
    events,
    ends,
    stop: () => stop.next(),
    count: (kind: string) => events.filter((e) => e.kind === kind).length,
  };
}

/** A panel at a port; `pull` takes both away. */
function plugged(link: string) {
  const panels: EmulatedPanel[] = [];
  const subscription = lentOverPty(emulator, link, log).subscribe((panel) => panels.push(panel));
  subscriptions.push(subscription);
  return { words: () => panels[0] && wordsOf(panels[0]), pull: () => subscription.unsubscribe() };
}

describe.runIf(WITH_SOCAT)('a serial display (needs socat)', () => {
  test('that was away for some seconds is repainted within two', async () => {
    const link = linkPath();
    const words = new BehaviorSubject('hello');
    const panel = plugged(link);
    const { count } = running(words, line(0), { path: link });
    await vi.waitFor(() => expect(panel.words()).toBe('hello'), 5_000);
    panel.pull();
    // After 0, 1 and 3 s; without being told it would only be tried again after another 4.
    await vi.waitFor(() => expect(count('lost')).toBe(3), 8_000);
    words.next('again');
    const start = performance.now();
    const other = plugged(link);
    await vi.waitFor(() => expect(other.words()).toBe('again'), 8_000);
    expect(performance.now() - start).toBeLessThan(2_000);
    words.next('and on');
    await vi.waitFor(() => expect(other.words()).toBe('and on'));
  });

  test('that stops reading delays no other, and is in nobody’s way at the end', async () => {
    const [stopped, free] = [await farEnd(), await farEnd()];
    const words = new BehaviorSubject('aaaaaaaa');
    // More than a kernel keeps for a line, in 25 ms.
    const devices = [stopped, free].map(({ path }) => ({ path, baudRate: 2_000_000 }));
    const { count, ends, stop } = running(words, line(5_000), ...devices);
    await vi.waitFor(() => expect([stopped, free].every(({ bytes }) => bytes.includes('aaaaaaaa'))).toBe(true));
    stopped.stop();
    for (const letter of 'bcdef') {
      const start = performance.now();
      words.next(letter.repeat(8));
      await vi.waitFor(() => expect(free.bytes.includes(letter.repeat(8))).toBe(true), { interval: 5 });
      expect(performance.now() - start).toBeLessThan(500);
    }
    expect(stopped.bytes.includes('bbbb')).toBe(false);
    const start = performance.now();
    stop();
    await vi.waitFor(() => expect(ends).toEqual(['|']), 5_000);
    expect(performance.now() - start).toBeLessThan(3_000);
    expect([count('lost'), count('failed')]).toEqual([0, 0]);
  });
});
