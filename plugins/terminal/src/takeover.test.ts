import { afterEach, expect, test } from 'vitest';
import { closePanels, screenOn } from '../test/screen-on.ts';

afterEach(closePanels);

test('closing the last panel leaves everything as it was', async () => {
  const { terminal, keyboard, screen, show } = screenOn(20, 5);
  terminal.write('before', () => undefined);
  const exitListeners = process.listenerCount('exit');
  const first = show('first', 1, 10);
  const second = show('second', 1, 10);
  await second.draw(0, 0, '\x1b[7mhello');
  first.subscription.unsubscribe();
  await terminal.settled();
  expect([terminal.alternate, screen.live]).toEqual([true, true]);
  second.subscription.unsubscribe();
  expect(screen.live).toBe(false);
  await terminal.settled();
  expect(terminal.written.at(-1)).toBe('\x1b[?2026l\x1b[0m\x1b[2J\x1b[?25h\x1b[?1049l');
  expect(terminal.text()).toEqual(['before', '', '', '', '']);
  expect([terminal.alternate, terminal.synchronizing, await terminal.cursorShown()]).toEqual([false, false, true]);
  expect([keyboard.isRaw, keyboard.readableFlowing, keyboard.listeners.size, terminal.listening]).toEqual([
    false,
    false,
    0,
    0,
  ]);
  expect(process.listenerCount('exit')).toBe(exitListeners);
  await new Promise<void>((resolve) => terminal.write('X', () => resolve()));
  expect(terminal.cell(0, 6)).toEqual({ letter: 'X', ink: undefined, paper: undefined, inverted: false });
});

test('raw mode and a flowing input stay when they were there before', () => {
  const { keyboard, show } = screenOn(20, 5);
  keyboard.isRaw = true;
  keyboard.readableFlowing = true;
  show('front', 1, 10).subscription.unsubscribe();
  expect([keyboard.isRaw, keyboard.readableFlowing]).toEqual([true, true]);
});

test('an input that is no terminal is left alone', () => {
  const { keyboard, show } = screenOn(20, 5, { tty: false });
  show('front', 1, 10);
  expect([keyboard.isRaw, keyboard.readableFlowing, keyboard.listeners.size]).toEqual([false, null, 0]);
});

test('leaving at process exit', async () => {
  const { terminal, keyboard, show } = screenOn(20, 5);
  const before = new Set(process.listeners('exit'));
  const { subscription } = show('front', 1, 10);
  const [giveBack] = process.listeners('exit').filter((listener) => !before.has(listener));
  giveBack!(0);
  await terminal.settled();
  expect([terminal.alternate, await terminal.cursorShown(), keyboard.isRaw]).toEqual([false, true, false]);
  const { length } = terminal.written;
  subscription.unsubscribe();
  expect(terminal.written.length).toBe(length);
});

test('after the last panel a new one begins with an empty screen', async () => {
  const { terminal, screen, show } = screenOn(20, 5);
  const first = show('first', 1, 10);
  screen.note('old');
  await first.draw(0, 0, 'hello');
  first.subscription.unsubscribe();
  screen.note('nobody sees this');
  await show('second', 1, 10).draw(0, 0, 'again');
  expect(terminal.text()).toEqual(['second', 'again', '', '', '']);
});

test('a terminal that is gone is told to all panels', async () => {
  const { terminal, screen, show } = screenOn(20, 4);
  const { draw, errors } = show('front', 1, 10);
  await draw(0, 0, 'a');
  terminal.broken = new Error('EIO');
  await expect(draw(0, 0, 'b')).rejects.toMatchObject({
    code: 'disconnected',
    message: 'terminal: it takes nothing more: EIO',
  });
  terminal.fail(new Error('EIO'));
  expect(errors).toMatchObject([{ code: 'disconnected' }]);
  expect(screen.live).toBe(false);
  expect(() => terminal.fail(new Error('EIO'))).not.toThrow();
});
