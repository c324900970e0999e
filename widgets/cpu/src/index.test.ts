import { filmOf, matchesGolden, renderWidget, shotsOf, type WidgetProof } from '@lcdflow/testkit';
import fc from 'fast-check';
import { from } from 'rxjs';
import { expect, test } from 'vitest';
import { cpu } from './index.ts';

const golden = (name: string): URL => new URL(`../test/golden/${name}`, import.meta.url);
const busy = [12, 100, 0, 47, undefined, 63, 80, 33];
const readings = { cpu: { busy: 37.4, cores: busy.map((core) => ({ busy: core })) } };

const drawn = (show: string, proof: Omit<WidgetProof, 'readings'>, cpuReadings: object = readings.cpu): string =>
  shotsOf(renderWidget(cpu, { show }, { ...proof, readings: { cpu: cpuReadings as never } }), 0)
    .map(({ picture }) => picture)
    .join('');

test.each(['total', 'cores'])('%s on 20 x 2 characters and on 128 x 16 pixels', (show) => {
  const films = [
    renderWidget(cpu, { show }, { width: 20, height: 2, cell: 'character', readings }),
    renderWidget(cpu, { show }, { width: 128, height: 16, cell: 'pixel', readings }),
    renderWidget(cpu, { show }, { width: 128, height: 8, cell: 'pixel', readings }),
  ].map((pictures) => filmOf(pictures, 0));
  matchesGolden(golden(`${show}.txt`), films.join('\n'));
});

test.each([
  [20, '|CPU ████▏        37%|\n'],
  [13, '|CPU █▌    37%|\n'],
  [12, '|CPU ███     |\n'],
  [8, '|CPU █▌  |\n'],
  [7, '|██▋    |\n'],
  [1, '|▍|\n'],
])('the total in %s letters', (width, expected) => {
  expect(drawn('total', { width, height: 1, cell: 'character' })).toBe(expected);
});

test('a place lower than the letters holds just the bar', () => {
  expect(drawn('total', { width: 100, height: 3, cell: 'pixel' })).toBe(
    `${'#'.repeat(37)}${'.'.repeat(63)}\n`.repeat(3),
  );
});

test('nothing measured yet shows as a dash', () => {
  expect(drawn('total', { width: 13, height: 1, cell: 'character' }, {})).toBe('|CPU         -|\n');
  expect(drawn('cores', { width: 3, height: 1, cell: 'character' }, {})).toBe('|   |\n');
});

test('each core has its bar, with a gap where there is room', () => {
  expect(drawn('cores', { width: 8, height: 1, cell: 'character' })).toBe('|▁█ ▄ ▅▆▃|\n');
  expect(drawn('cores', { width: 17, height: 1, cell: 'character' })).toBe('|▁▁██  ▄▄  ▅▅▆▆▃▃ |\n');
  expect(drawn('cores', { width: 24, height: 1, cell: 'character' })).toBe('|▁▁ ██    ▄▄    ▅▅ ▆▆ ▃▃ |\n');
});

test('what is busy beyond a limit has another colour, each core its own', () => {
  const look = (show: string) => ({ show, color: 'gray', colors: [{ from: 40, color: 'red' }] });
  const proof: WidgetProof = { width: 72, height: 8, cell: 'pixel', colors: 65536, readings };
  const drawnIn = (show: string): string => shotsOf(renderWidget(cpu, look(show), proof), 0)[0]!.picture;
  expect(drawnIn('total')).not.toContain('#ff0000');
  expect(drawnIn('cores')).toMatch(/a #808080\nb #ff0000\n$/);
  expect(drawnIn('cores').split('\n')[3]!.slice(9, 18)).toBe('.bbbbbbb.');
});

test('cores share a bar where there are more of them than columns', () => {
  expect(drawn('cores', { width: 4, height: 1, cell: 'character' })).toBe('|▄▂▅▅|\n');
});

test('it is painted when something that is seen has changed', () => {
  const core = (busy: number) => ({ busy });
  const changes = from([
    { busy: 5, cores: [core(1)] },
    { busy: 5, cores: [core(2)] },
    { busy: 6, cores: [core(2)] },
  ]);
  const proof: WidgetProof = { width: 20, height: 2, cell: 'character', readings: { cpu: changes } };
  for (const show of ['total', 'cores']) expect(shotsOf(renderWidget(cpu, { show }, proof), 0)).toHaveLength(2);
});

test('any readings in any place are drawn', () => {
  const absurd = fc.oneof(
    fc.double(),
    fc.constantFrom(1e30, undefined, null, 7n, 'x', {}),
    fc.array(fc.oneof(fc.constantFrom(null, undefined, 5, 'x'), fc.record({ busy: fc.double() })), { maxLength: 80 }),
  );
  const size = fc.integer({ min: 1, max: 80 });
  const cell = fc.constantFrom('pixel' as const, 'character' as const);
  const show = fc.constantFrom('total', 'cores');
  fc.assert(
    fc.property(show, absurd, absurd, size, size, cell, (show, busy, cores, width, height, cell) => {
      expect(drawn(show, { width, height, cell }, { busy, cores })).not.toBe('');
    }),
  );
});
