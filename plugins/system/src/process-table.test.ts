import { expect, test, vi } from 'vitest';
import { machine } from '../test/machine.ts';
import { clockAt, reading } from '../test/watch.ts';
import { top } from './top.ts';

/** What /proc/N/stat says. */
const stat = (id: number, name: string, ticks: number, pages = 10, started = 1) =>
  `${id} (${name}) S 1 1 1 0 -1 0 0 0 0 0 ${ticks} 0 0 0 20 0 1 0 ${started} 4096 ${pages} 0\n`;

/** A machine whose processes are what is written here; `busy` has worked more at each look. */
function running(processes: Readonly<Record<number, string>>) {
  clockAt(1_000_000);
  const one = machine();
  one.write('/proc/stat', '');
  const write = (id: number, text: string) => one.write(`/proc/${id}/stat`, text);
  for (const [id, text] of Object.entries(processes)) write(Number(id), text);
  let looked: number[] = [];
  let turns = 0;
  const page = (path: string) => {
    looked.push(Number(path.split('/')[2]));
    return one.files
      .page(path)
      .replace('(busy) S 1 1 1 0 -1 0 0 0 0 0 5', () => `(busy) S 1 1 1 0 -1 0 0 0 0 0 ${10 * ++turns}`);
  };
  const watching = reading(top({ ...one.files, page }), { by: 'cpu', count: 3, every: '1s' }).watch();
  /** Lets `seconds` go by, one by one; tells who was looked at in each. */
  const pass = (seconds: number) =>
    Array.from({ length: seconds }, () => {
      looked = [];
      vi.advanceTimersByTime(1000);
      return looked.join(' ');
    });
  const shares = () =>
    (watching.last.processes as { name: string; cpu?: number }[]).map(({ name, cpu }) => `${name} ${cpu}`);
  return { one, write, pass, shares };
}

test('those that did nothing are looked at every three seconds, threads of the kernel every nine', () => {
  const { pass } = running({ 1: stat(1, 'kthreadd', 5, 0), 20: stat(20, 'busy', 5), 30: stat(30, 'idle', 5) });
  // The second look of each comes after 250 ms, and its rest begins then.
  expect(pass(10)).toEqual(['1 20 30 20', '20', '20', '20 30', '20', '20', '20 30', '20', '1 20', '20 30']);
});

test('one that wakes up has its share of the time since the last look', () => {
  const { write, pass, shares } = running({ 20: stat(20, 'idle', 5) });
  pass(1);
  write(20, stat(20, 'idle', 155));
  pass(2);
  expect(shares()).toEqual(['idle 0']);
  pass(1);
  expect(shares()).toEqual(['idle 40']);
});

test('who took the number of another is a new one', () => {
  const { write, pass, shares } = running({ 20: stat(20, 'old', 5), 21: stat(21, 'other', 5) });
  pass(1);
  write(20, stat(20, 'new', 400, 10, 2));
  pass(3);
  expect(shares()).toEqual(['other 0', 'new undefined']);
  pass(1);
  expect(shares()).toEqual(['new 0', 'other 0']);
});

test('one that has ended is gone with the next measurement, one that has begun is there', () => {
  const { one, write, pass, shares } = running({ 20: stat(20, 'first', 5), 21: stat(21, 'second', 5) });
  pass(1);
  one.remove('/proc/20');
  pass(1);
  expect(shares()).toEqual(['second 0']);
  write(22, stat(22, 'third', 5));
  pass(1);
  expect(shares()).toEqual(['second 0', 'third undefined']);
});

test('when the clock was set back, all are looked at and nobody has a share', () => {
  const { pass, shares } = running({ 20: stat(20, 'idle', 5) });
  pass(1);
  vi.setSystemTime(500_000);
  expect(pass(1)).toEqual(['20']);
  expect(shares()).toEqual(['idle undefined']);
});
