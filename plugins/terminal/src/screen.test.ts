import { lastValueFrom } from 'rxjs';
import { afterEach, expect, test } from 'vitest';
import { closePanels, screenOn } from '../test/screen-on.ts';
import { VirtualKeyboard, VirtualTerminal } from '../test/virtual-terminal.ts';
import { createScreen } from './screen.ts';

afterEach(closePanels);

test('a panel stands below its title, on a screen of its own without a cursor', async () => {
  const { terminal, keyboard, screen, show } = screenOn(20, 5);
  expect([terminal.written.length, screen.live, screen.columns]).toEqual([0, false, 20]);
  const { draw } = show('front', 2, 10);
  await draw(1, 2, 'hello');
  expect(terminal.text()).toEqual(['front', '', '  hello', '', '']);
  expect([terminal.alternate, terminal.synchronizing, await terminal.cursorShown()]).toEqual([true, false, false]);
  expect([keyboard.isRaw, screen.live]).toEqual([true, true]);
});

test('panels stand below each other and move up when one closes', async () => {
  const { terminal, show } = screenOn(20, 8);
  const [first, second] = [show('first', 2, 10), show('second', 1, 10)];
  await Promise.all([first.draw(0, 0, 'one'), second.draw(0, 0, 'two')]);
  expect(terminal.text()).toEqual(['first', 'one', '', 'second', 'two', '', '', '']);
  first.subscription.unsubscribe();
  await second.draw(0, 4, 'still');
  expect(terminal.text()).toEqual(['second', 'two still', '', '', '', '', '', '']);
});

test('panels that do not fit are cut, and come back in full when the terminal grows', async () => {
  const { terminal, show } = screenOn(30, 4);
  const { draw } = show('front', 5, 40);
  const row = 'abcdefghijklmnopqrstuvwxyz0123456789ABCD';
  await draw(0, 0, row);
  await draw(0, 30, '!');
  await draw(4, 0, 'end');
  expect(terminal.text()).toEqual(['fro (needs 40 columns, 6 rows)', row.slice(0, 30), '', '']);
  terminal.resize(50, 8);
  await terminal.settled();
  expect(terminal.text()).toEqual(['front', `${row.slice(0, 30)}!${row.slice(31)}`, '', '', '', 'end', '', '']);
  terminal.resize(10, 3);
  await terminal.settled();
  expect(terminal.text()).toEqual([' (needs 40', row.slice(0, 10), '']);
});

test('the newest three notes stand in the last rows', async () => {
  const { terminal, screen, show } = screenOn(20, 8);
  const { draw } = show('front', 2, 10);
  await draw(1, 0, 'hello');
  screen.note('one');
  await terminal.settled();
  expect(terminal.text()).toEqual(['front', '', 'hello', '', '', '', '', 'one']);
  screen.note('\x1b[31mtwo\x1b[0m\nthree\n');
  screen.note('four is a line that is too long');
  await terminal.settled();
  expect(terminal.text()).toEqual(
    ['front', '', 'hello', '', '', 'two', 'three', 'four is a line that '].map((line) => line.trimEnd()),
  );
  screen.note('five');
  await terminal.settled();
  expect(terminal.text().slice(5)).toEqual(['three', 'four is a line that', 'five']);
});

test('notes take their rows from a panel that is too high for both', async () => {
  const { terminal, screen, show } = screenOn(30, 5);
  const { draw } = show('front', 4, 10);
  await draw(2, 0, 'three');
  await draw(3, 0, 'four');
  screen.note('one\ntwo');
  await draw(3, 0, 'FOUR');
  expect(terminal.text()).toEqual(['front (needs 7 rows)', '', '', 'one', 'two']);
});

test('texts in one row are painted together', async () => {
  const { terminal, show } = screenOn(20, 4);
  const { draw } = show('front', 2, 10);
  await draw(0, 0, '..........');
  const drawn = [draw(0, 4, 'b'), draw(0, 1, 'a'), draw(0, 8, 'c'), draw(0, 5, 'd')];
  await Promise.all(drawn);
  expect(terminal.text()[1]).toBe('.a..bd..c.');
});

test('bytes go to the panel, Ctrl-C stops', () => {
  const { keyboard, interrupts, show } = screenOn(20, 8);
  const { typed } = show('front', 2, 10);
  keyboard.type('\x1b[A');
  keyboard.type('\t');
  keyboard.type('a\x03b');
  keyboard.type('\x03');
  expect(typed).toEqual(['\x1b[A', '\t', 'ab']);
  expect(interrupts).toEqual(['stop', 'stop']);
});

test('Tab chooses the panel that keys go to', async () => {
  const { terminal, keyboard, show } = screenOn(20, 8);
  const [first, second] = [show('first', 1, 10), show('second', 1, 10)];
  const marked = async () => {
    await terminal.settled();
    return [terminal.cell(0, 0).inverted, terminal.cell(2, 0).inverted];
  };
  expect(await marked()).toEqual([true, false]);
  keyboard.type('a');
  keyboard.type('\t');
  expect(await marked()).toEqual([false, true]);
  keyboard.type('b');
  second.subscription.unsubscribe();
  expect(await marked()).toEqual([false, false]);
  keyboard.type('c');
  expect([first.typed, second.typed]).toEqual([['a', 'c'], ['b']]);
});

test('a slow terminal gets the newest picture, and all who wait are told', async () => {
  const { terminal, show } = screenOn(20, 4);
  const { draw } = show('front', 1, 10);
  await terminal.settled();
  terminal.slow = true;
  const first = draw(0, 0, '1');
  await terminal.settled();
  const { length } = terminal.written;
  const more = ['2', '3', '4'].map((text) => draw(0, 0, text));
  await terminal.settled();
  expect([terminal.written.length, terminal.text()[1]]).toEqual([length, '1']);
  terminal.slow = false;
  terminal.release();
  expect((await first).bytes).toBe(5);
  expect(await Promise.all(more)).toHaveLength(3);
  expect([terminal.written.length, terminal.text()[1]]).toEqual([length + 1, '4']);
});

test('a packet that is none is an error of that packet only', async () => {
  const { transport, draw } = screenOn(20, 4).show('front', 1, 10);
  await expect(lastValueFrom(transport.submit(new Uint8Array(2)))).rejects.toMatchObject({ code: 'protocol' });
  await draw(0, 0, 'a');
});

test('plain: nothing is drawn before the panel closes, then its last picture is text', async () => {
  const { terminal, keyboard, screen, show } = screenOn(20, 4, { mode: 'plain' });
  const [first, unused] = [show('front', 2, 10), show('never drawn', 1, 10)];
  await first.draw(0, 0, 'old');
  await first.draw(0, 0, 'new picture');
  screen.note('a line');
  expect([terminal.written, screen.live, screen.columns, keyboard.isRaw]).toEqual([[], false, undefined, false]);
  unused.subscription.unsubscribe();
  first.subscription.unsubscribe();
  expect(terminal.written).toEqual(['front\nnew pictur\n\n']);
});

test('plain is chosen where the output is no terminal', () => {
  const output = Object.assign(new VirtualTerminal(20, 4), { isTTY: false });
  const screen = createScreen({ output, input: new VirtualKeyboard(), onInterrupt: () => undefined });
  screen.connect({ title: 'front', rows: 1, columns: 10 }).subscribe();
  expect([screen.live, output.written]).toEqual([false, []]);
});
