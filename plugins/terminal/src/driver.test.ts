import { type Display, type DriverContext, LcdError, type Logger } from '@lcdflow/core';
import { lastValueFrom, Subscription } from 'rxjs';
import { afterEach, expect, test } from 'vitest';
import { characters, whole } from '../test/pictures.ts';
import { VirtualKeyboard, VirtualTerminal } from '../test/virtual-terminal.ts';
import { terminalDriver } from './driver.ts';
import ready, { createScreen, terminalPlugin } from './index.ts';

const log: Logger = { debug() {}, info() {}, warn() {}, error() {} };

let open = new Subscription();
afterEach(() => {
  open.unsubscribe();
  open = new Subscription();
});

function plugged(columns = 80) {
  const terminal = new VirtualTerminal(columns, 24);
  const screen = createScreen({ output: terminal, input: new VirtualKeyboard(), onInterrupt: () => undefined });
  const driver = terminalDriver(screen);
  const [bus] = terminalPlugin(screen).buses!;
  const context: DriverContext = {
    display: 'front',
    log,
    connect: (name, address) => {
      expect(name).toBe(bus!.name);
      return bus!.connect(address, log);
    },
  };
  return { terminal, driver, bus: bus!, context };
}

const DEFAULTS = { size: '20x4', cells: 'character', glyphs: 'auto' } as const;

test('the models are what their names say', () => {
  const { driver } = plugged();
  for (const model of driver.models)
    expect(driver.model({ ...DEFAULTS, size: model.name, cells: model.cell })).toEqual(model);
  expect(driver.models.map(({ name, cell }) => `${name} ${cell}`)).toEqual([
    '20x4 character',
    '80x24 character',
    '128x64 pixel',
    '256x64 pixel',
  ]);
});

test('a size that is none is told', () => {
  const { driver } = plugged();
  expect(() => driver.model({ ...DEFAULTS, size: '20' })).toThrow('terminal: size: WIDTHxHEIGHT such as 80x24, not 20');
});

test('a display goes through the bus, with its name as title', async () => {
  const { terminal, driver, context } = plugged();
  let display!: Display;
  const front = driver.open(DEFAULTS, context).subscribe((opened) => {
    display = opened;
  });
  const hello = characters(['Hello'.padEnd(20), ...Array.from({ length: 3 }, () => ' '.repeat(20))]);
  await lastValueFrom(display.write(hello, whole(hello)));
  expect(terminal.text().slice(0, 2)).toEqual(['front', 'Hello']);
  front.unsubscribe();
  expect(terminal.listening).toBe(1);
  await terminal.settled();
  expect([terminal.alternate, terminal.listening]).toEqual([false, 0]);
});

test('glyphs follow the width of the terminal', () => {
  const tiles = [256, 255].map((columns) => {
    const { driver, context } = plugged(columns);
    const displays: Display[] = [];
    const glass = driver.open({ ...DEFAULTS, size: '256x64', cells: 'pixel', title: 'lcd' }, context);
    open.add(glass.subscribe((display) => displays.push(display)));
    return displays[0]!.tile;
  });
  expect(tiles).toEqual([
    { width: 256, height: 2 },
    { width: 256, height: 4 },
  ]);
});

test('an address that is none is told', () => {
  const errors: unknown[] = [];
  plugged()
    .bus.connect({ title: 'front', rows: 0, columns: 20 }, log)
    .subscribe({ error: (error) => errors.push(error) });
  expect(errors).toEqual([
    new LcdError('config', 'terminal: a panel needs a title, and rows and columns from 1 to 65535'),
  ]);
});

test('the plugin is ready for use', () => {
  expect([ready.name, ready.drivers?.[0]?.name, ready.buses?.[0]?.name]).toEqual(['terminal', 'terminal', 'terminal']);
});
