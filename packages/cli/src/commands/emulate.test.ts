import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  blankFrame,
  type DeviceEmulator,
  defineDriver,
  definePlugin,
  type EmulatedDevice,
  type Logger,
  type Model,
  type Transport,
} from '@lcdflow/core';
import type { EmulatedPanel } from '@lcdflow/emulator';
import { serialBus } from '@lcdflow/serial';
import { lastValueFrom, NEVER, type Observable, of, type Subscription, toArray } from 'rxjs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { lentOverPty } from '../lend-over-pty.ts';
import type { Session } from '../session.ts';
import { emulateCommand } from './emulate.ts';

const MODEL: Model = {
  ...{ name: '4x1', width: 4, height: 1, cell: 'character', colors: 2, keys: ['up'], controls: [] },
};

/** A line of four letters: what is sent to it comes in from the right. */
function powerUp(): EmulatedDevice {
  let letters = [0x20, 0x20, 0x20, 0x20];
  return {
    receive: (bytes) => {
      letters = [...letters, ...bytes].slice(-4);
      return bytes.includes(0x3f) ? { answers: [Uint8Array.of(0x21)] } : {};
    },
    press: (_key, pressed) => [Uint8Array.of(pressed ? 0x55 : 0x75)],
    glass: () => ({ ...blankFrame({ width: 4, height: 1 }, 0), cells: Uint32Array.from(letters) }),
    controls: () => ({}),
  };
}

const line: DeviceEmulator = {
  ...{ driver: 'line', model: '4x1', bus: 'serial', interval: 1, baudRate: 10_000 },
  powerUp,
  explain: () => 'letters',
};
const usb = { device: new Uint8Array(18), configuration: new Uint8Array(9), strings: [] };
const driver = (name: string, bus: string) =>
  defineDriver({
    ...{ name, bus, meaning: 'Made up.', models: [MODEL] },
    options: { type: 'object', properties: {}, additionalProperties: false },
    model: () => MODEL,
    open: () => NEVER,
  });
const plugin = definePlugin({
  name: 'made-up',
  apiVersion: 1,
  drivers: [driver('line', 'serial'), driver('stick', 'usb'), driver('pin', 'i2c')],
  emulators: [line, { ...line, driver: 'stick', bus: 'usb', usb }, { ...line, driver: 'pin', bus: 'i2c' }],
});

const log: Logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** A session without a terminal that remembers what it prints. */
function session() {
  const printed: string[] = [];
  const screen = { columns: undefined } as Session['screen'];
  const all: Session = {
    screen,
    log,
    builtins: async () => [],
    plugins: of([plugin]),
    flush: () => {},
    print: (t) => printed.push(t),
  };
  return { printed, all };
}

const subscriptions: Subscription[] = [];
const folders: string[] = [];
afterEach(() => {
  for (const subscription of subscriptions.splice(0)) subscription.unsubscribe();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function linkPath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lcdflow-emulate-'));
  folders.push(folder);
  return join(folder, 'lcd');
}

function first<T>(stream: Observable<T>): Promise<T> {
  return new Promise((done, fail) => void subscriptions.push(stream.subscribe({ next: done, error: fail })));
}

const connected = (path: string): Promise<Transport> =>
  first(serialBus().connect({ path, baudRate: 10_000, paced: false }, log));
const heard = ({ incoming }: Transport): number[] => {
  const bytes: number[] = [];
  // The far end may go first.
  subscriptions.push(incoming.subscribe({ next: (piece) => bytes.push(...piece), error: () => {} }));
  return bytes;
};
const wordsOf = ({ device }: EmulatedPanel): string => String.fromCodePoint(...device.glass().cells);
const sent = ({ submit }: Transport, text: string): Promise<unknown> =>
  lastValueFrom(submit(Uint8Array.from(Buffer.from(text))).pipe(toArray()));

const withSocat = test.runIf(process.env.LCDFLOW_DEEP === '1' || hasSocat());

function hasSocat(): boolean {
  try {
    execFileSync('socat', ['-V'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe('on a pseudo terminal (needs socat)', () => {
  withSocat('bytes reach the device, answers and keys the program', async () => {
    const link = linkPath();
    const panel = await first(lentOverPty(line, link, log));
    const port = await connected(link);
    const bytes = heard(port);
    await sent(port, 'hot?');
    await vi.waitFor(() => expect(wordsOf(panel)).toBe('hot?'));
    panel.press('up', true);
    panel.press('up', false);
    await vi.waitFor(() => expect(bytes).toEqual([0x21, 0x55, 0x75]));
  });

  withSocat('the device takes bytes no faster than its rate, and shows them as they come', async () => {
    const link = linkPath();
    const panel = await first(lentOverPty(line, link, log));
    const port = await connected(link);
    const start = performance.now();
    const pictures = new Set<string>();
    subscriptions.push(panel.glass.subscribe(() => pictures.add(wordsOf(panel))));
    // A byte takes a millisecond.
    await sent(
      port,
      `${Array.from({ length: 400 }, (_, index) => (index % 10) + Math.floor(index / 40)).join('')}|end`,
    );
    await vi.waitFor(() => expect(wordsOf(panel)).toBe('|end'), { interval: 5 });
    expect(performance.now() - start).toBeGreaterThan(350);
    expect(pictures.size).toBeGreaterThan(8);
  });

  withSocat('a program may go and another come: the device keeps its power', async () => {
    const link = linkPath();
    const panel = await first(lentOverPty(line, link, log));
    await sent(await connected(link), 'ab');
    await vi.waitFor(() => expect(wordsOf(panel)).toBe('  ab'));
    subscriptions.pop()!.unsubscribe();
    await sent(await connected(link), 'cd');
    await vi.waitFor(() => expect(wordsOf(panel)).toBe('abcd'));
  });

  withSocat('the command says where it is, prints the glass at the end and takes the link away', async () => {
    const link = linkPath();
    const { printed, all } = session();
    const status: number[] = [];
    subscriptions.push(emulateCommand(all, 'line', { pty: link }).subscribe((code) => status.push(code)));
    await vi.waitFor(() => expect(printed).toHaveLength(1));
    expect(printed[0]).toBe(
      `an emulated line 4x1 waits at the other end of ${link}, 10000 Bd; to show a page on it:\n` +
        `  device: ${link}\nCtrl-C takes it away\n`,
    );
    const port = await connected(link);
    const bytes = heard(port);
    await sent(port, 'don?');
    await vi.waitFor(() => expect(bytes).toEqual([0x21]));
    expect(existsSync(link)).toBe(true);
    process.emit('SIGTERM', 'SIGTERM');
    await vi.waitFor(() => expect(status).toEqual([0]));
    expect(printed[1]).toMatch(/^line: line 4x1\n.*▀/);
    await vi.waitFor(() => expect(existsSync(link)).toBe(false));
  });
});

const NAMES = 'line:4x1, stick:4x1';

test.each([
  ['pin', {}, `there is no emulated USB or serial device "pin"; there are: ${NAMES}`],
  ['line', {}, 'line:4x1 is a serial device: --pty with a path is expected, such as --pty ./lcd'],
  ['line:4x1', { pty: 'x', serial: ['A1'] }, 'line:4x1 is a serial device: --pty goes without --usbip and --serial'],
  ['line', { pty: 'x', usbip: 0 }, 'line:4x1 is a serial device: --pty goes without --usbip and --serial'],
  ['stick', { pty: 'x' }, 'stick:4x1 is a USB device: --usbip, not --pty'],
])('%s with %j is refused', async (name, options, message) => {
  const refused = lastValueFrom(emulateCommand(session().all, name, options));
  await expect(refused).rejects.toMatchObject({ code: 'config', message });
});
