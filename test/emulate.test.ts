import { blankFrame, type Frame } from '@lcdflow/core';
import { afterEach, expect, test } from 'vitest';
import { killAll, ROOT, start } from './cli/lcd.ts';
import { type Borrower, borrow } from './emulate/borrower.ts';
import { panelOn } from './terminal/screen-picture.ts';
import { hasTmux, openTerminal, PROMPT, type Terminal } from './terminal/tmux.ts';

// The terminal tests need tmux. Without it they are skipped by name, unless LCDFLOW_DEEP=1.
const testIfTmux = test.runIf(hasTmux || process.env.LCDFLOW_DEEP === '1');
const PANEL = { width: 256, height: 64 };
/** What a driver takes for ink and paper: the panel's ink is dark all the same. */
const INK = 0xffffff;
const PAPER = 0x000000;
const PATIENCE = { timeout: 10_000, interval: 50 };

/** A picture with no symmetry, another one for each slope. */
function slanted(slope: number): { readonly frame: Frame; readonly text: string } {
  const frame = blankFrame(PANEL, PAPER);
  const isInk = (x: number, y: number) => (x + slope * y) % 17 === 0 || (x < 40 && y < 12);
  const rows = Array.from({ length: PANEL.height }, (_, y) =>
    Array.from({ length: PANEL.width }, (_, x) => {
      if (isInk(x, y)) frame.cells[y * PANEL.width + x] = INK;
      return isInk(x, y) ? '#' : '.';
    }).join(''),
  );
  return { frame, text: `${rows.join('\n')}\n` };
}

const LCD = `node ${ROOT}packages/cli/bin/lcd.js`;
let terminal: Terminal | undefined;
let borrowers: Borrower[] = [];
afterEach(() => {
  for (const borrower of borrowers) borrower.giveBack();
  borrowers = [];
  terminal?.close();
  terminal = undefined;
  killAll();
});

const until = (what: () => unknown) => expect.poll(what, PATIENCE);

async function borrowed(port: number, busid: string): Promise<Borrower> {
  const borrower = await borrow(port, busid);
  borrowers.push(borrower);
  return borrower;
}

/** Types a command into a terminal and waits until it says on which port it lends. */
async function lending(command: string, rows: number): Promise<{ readonly port: number; readonly screen: Terminal }> {
  const screen = openTerminal(280, rows, ROOT);
  terminal = screen;
  await until(() => screen.text()).toContain(PROMPT.trim());
  screen.type(`${command}; echo "status $?"`);
  screen.press('Enter');
  await until(() => screen.text()).toMatch(/port \d+ of/);
  return { port: Number(/port (\d+) of/.exec(screen.text())![1]), screen };
}

testIfTmux('lcd emulate shows what a computer draws on the lent panel, and presses its keys', async () => {
  const { port, screen } = await lending(`${LCD} emulate picolcd --usbip 0`, 60);
  const computer = await borrowed(port, '1-1');
  for (const slope of [3, 5]) {
    const { frame, text } = slanted(slope);
    await computer.draw(frame);
    await until(() => panelOn(screen.styled(), PANEL) === text).toBe(true);
  }
  expect(screen.text()).toMatch(/^picolcd: emulated picolcd 256x64/);
  screen.press('Up');
  await until(() => computer.received()).toEqual(['11 05 00', '11 00 00']);
  computer.giveBack();
  await until(() => screen.isAlternate()).toBe(false);
  const again = await borrowed(port, '1-1');
  await again.draw(slanted(3).frame);
  await until(() => panelOn(screen.styled(), PANEL) === slanted(3).text).toBe(true);
  screen.press('C-c');
  await until(() => screen.text()).toContain('status 0');
  expect([screen.isAlternate(), screen.isCursorShown()]).toEqual([false, true]);
});

testIfTmux('lcd emulate with two serial numbers shows both panels; one that is given back goes away', async () => {
  const { port, screen } = await lending(`${LCD} emulate picolcd --usbip 0 --serial ONE --serial TWO`, 90);
  const [one, two] = [await borrowed(port, '1-1'), await borrowed(port, '1-2')];
  await one.draw(slanted(3).frame);
  await two.draw(slanted(5).frame);
  const titles = () => screen.text().match(/^picolcd \w+(?=: emulated)/gm);
  await until(titles).toEqual(['picolcd ONE', 'picolcd TWO']);
  await until(() => panelOn(screen.styled(), PANEL) === slanted(3).text).toBe(true);
  one.giveBack();
  await until(titles).toEqual(['picolcd TWO']);
  await until(() => panelOn(screen.styled(), PANEL) === slanted(5).text).toBe(true);
});

test('without a terminal it prints the last picture of each panel', async () => {
  const running = start(['emulate', 'picolcd', '--usbip', '0', '--serial', 'ONE', '--serial', 'TWO'], ROOT);
  const port = Number(await running.prints(/port (\d+) of 127\.0\.0\.1; to plug them in/));
  for (const [index, slope] of [3, 5].entries()) {
    const computer = await borrowed(port, `1-${index + 1}`);
    await computer.draw(slanted(slope).frame);
    if (index === 0) computer.giveBack();
  }
  await running.says('picolcd ONE: pulled out');
  running.kill('SIGINT');
  const { status, stdout, stderr } = await running.ended;
  expect(
    stderr
      .replaceAll(/ by .*/g, '')
      .trim()
      .split('\n'),
  ).toEqual(['picolcd ONE: plugged in', 'picolcd ONE: pulled out', 'picolcd TWO: plugged in']);
  expect(status).toBe(0);
  expect(stdout.match(/^picolcd .*: picolcd 256x64$/gm)).toHaveLength(2);
  for (const [name, slope] of [
    ['ONE', 3],
    ['TWO', 5],
  ] as const)
    expect(stdout).toContain(`picolcd ${name}: picolcd 256x64\n${halfBlocks(slanted(slope).text)}\n`);
});

/** Two rows of `#` and `.` as one of half blocks. */
function halfBlocks(text: string): string {
  const rows = text.trimEnd().split('\n');
  const block = (upper: string | undefined, lower: string | undefined) =>
    ' ▀▄█'[(upper === '#' ? 1 : 0) + (lower === '#' ? 2 : 0)];
  const lines = Array.from({ length: rows.length / 2 }, (_, line) =>
    Array.from(rows[2 * line]!, (sign, x) => block(sign, rows[2 * line + 1]![x]))
      .join('')
      .trimEnd(),
  );
  return lines.join('\n');
}
