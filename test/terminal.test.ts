import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderWidget, shotsOf, type WidgetProof } from '@lcdflow/testkit';
import { clock } from '@lcdflow/widget-clock';
import { text } from '@lcdflow/widget-text';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { ROOT } from './cli/lcd.ts';
import { panelOn } from './terminal/screen-picture.ts';
import { hasTmux, openTerminal, PROMPT, type Terminal } from './terminal/tmux.ts';

// Needs tmux. Without it these tests are skipped by name, unless LCDFLOW_DEEP=1 says that nothing may be skipped.
const isDeep = process.env.LCDFLOW_DEEP === '1';
const testIfTmux = test.runIf(hasTmux || isDeep);

const FOLDER = join(ROOT, 'test/terminal');
const scratch = mkdtempSync(join(tmpdir(), 'lcdflow-terminal-'));
afterAll(() => rmSync(scratch, { recursive: true }));
const PROCESS = join(scratch, 'process');
const LCD = join(ROOT, 'packages/cli/bin/lcd.js');
/** Leaves the number of its process in a file. */
const COMMAND = `sh -c 'echo $$ > ${PROCESS}; exec node ${LCD} run --emulate'; echo "status $?"`;
const PANEL = { width: 256, height: 64 };
const PATIENCE = { timeout: 10_000, interval: 50 };

const place: WidgetProof = { ...PANEL, cell: 'pixel', font: '8x16' };
const today = (): string => {
  const begin = Date.now();
  const look = { format: 'YYYY-MM-DD', align: 'center' };
  return shotsOf(renderWidget(clock, look, { ...place, begin }), 0)[0]!.picture;
};
const secondPage = shotsOf(renderWidget(text, { value: 'this is the second page' }, place), 0)[0]!.picture;

let terminal: Terminal;
let close = () => {};
afterEach(() => close());

const until = (what: () => unknown) => expect.poll(what, PATIENCE);
const panel = (): string => panelOn(terminal.styled(), PANEL);

/** A shell that has said something, in which the program shows the clock. */
async function started(columns: number, rows: number): Promise<void> {
  terminal = openTerminal(columns, rows, FOLDER);
  close = () => {
    terminal.close();
    close = () => {};
  };
  await until(() => terminal.text()).toContain(PROMPT.trim());
  terminal.type('echo "before lcd"');
  terminal.press('Enter');
  terminal.type(COMMAND);
  terminal.press('Enter');
  await until(() => terminal.isAlternate()).toBe(true);
}

/** The terminal is as it was before: the main screen with what was on it, a cursor, and typed letters are shown. */
async function isGivenBack(status: number): Promise<void> {
  await until(() => terminal.text()).toContain(`status ${status}`);
  expect(terminal.isAlternate()).toBe(false);
  expect(terminal.isCursorShown()).toBe(true);
  const lines = terminal.text().trimEnd().split('\n');
  expect(lines).toContain('before lcd');
  expect(lines.at(-1)).toBe(PROMPT.trim());
  terminal.type('echo "typed $((40 + 2))"');
  await until(() => terminal.text()).toContain('typed $((40 + 2))');
  terminal.press('Enter');
  await until(() => terminal.text()).toMatch(/^typed 42$/m);
  terminal.type('stty -a | grep -c -- " icanon.* echo "');
  terminal.press('Enter');
  await until(() => terminal.text().trimEnd().split('\n').slice(-2)).toEqual(['1', PROMPT.trim()]);
}

describe.each([
  ['braille', 140, 50],
  ['half blocks', 280, 60],
])('in %s on a terminal of %d x %d', (_name, columns, rows) => {
  testIfTmux('it shows the very pixels of the panel, a key turns the page, and Ctrl-C ends it', async () => {
    await started(columns, rows);
    await until(() => panel() === today()).toBe(true);
    expect(panel()).toBe(today());
    expect(terminal.text()).toMatch(/^front: /);
    expect(terminal.isCursorShown()).toBe(false);
    terminal.press('Down');
    await until(() => panel() === secondPage).toBe(true);
    terminal.press('Down');
    await until(() => panel() === today()).toBe(true);
    terminal.press('C-c');
    await isGivenBack(0);
  });

  testIfTmux('SIGTERM ends it', async () => {
    await started(columns, rows);
    await until(() => panel() === today()).toBe(true);
    process.kill(Number(readFileSync(PROCESS, 'utf8')), 'SIGTERM');
    await isGivenBack(0);
  });
});

testIfTmux('80 x 24 is too small: the title says how many columns are needed, and Ctrl-C ends it', async () => {
  await started(80, 24);
  await until(() => terminal.text().split('\n')[0]).toMatch(/^front: .*\(needs 128 columns\)$/);
  terminal.press('C-c');
  await isGivenBack(0);
});

testIfTmux('a terminal that is made larger shows more, and nothing of it stays behind', async () => {
  await started(100, 30);
  await until(() => terminal.text().split('\n')[0]).toContain('(needs 128 columns)');
  terminal.resize(140, 50);
  await until(() => panel() === today()).toBe(true);
  expect(terminal.text().split('\n')[0]).not.toContain('needs');
  terminal.press('C-c');
  await isGivenBack(0);
});

testIfTmux('a terminal that is closed: the panel has its farewell, and the program ends well', async () => {
  const [status, trace] = [join(scratch, 'status'), join(scratch, 'trace')];
  terminal = openTerminal(140, 50, FOLDER);
  await until(() => terminal.text()).toContain(PROMPT.trim());
  // Whoever waits for it outlives the terminal.
  const run = `(trap - HUP; exec node ${LCD} run --emulate --trace ${trace})`;
  terminal.type(`sh -c 'trap "" HUP; ${run}; echo $? > ${status}'`);
  terminal.press('Enter');
  await until(() => panel() === today()).toBe(true);
  terminal.close();
  await until(() => existsSync(status) && readFileSync(status, 'utf8')).toBe('0\n');
  expect(readFileSync(trace, 'utf8').match(/ > .*/g)?.at(-1)).toMatch(/^ > 91 backlight 0 %/);
});
