import { filmOf, matchesGolden, renderWidget, shotsOf, type WidgetProof } from '@lcdflow/testkit';
import { concat, map, of, timer } from 'rxjs';
import { expect, test } from 'vitest';
import { table } from './index.ts';

const golden = (name: string): URL => new URL(`../test/golden/${name}`, import.meta.url);
const rows = 'top.processes';
const processes = [
  { name: 'firefox', cpu: 37.4, memory: 1_204_000_000 },
  { name: 'node', cpu: 92, memory: 310_000_000 },
  { name: 'gnome-terminal-server', cpu: 0.5, memory: 48_100_000 },
  { name: 'sshd', cpu: undefined, memory: 7_000_000 },
  { name: 'systemd-journald', cpu: 4, memory: 18_000_000 },
  { name: 'kworker/0:1', cpu: 0, memory: 0 },
];
const megabytes = (row: (typeof processes)[number]) => `${Math.round(row.memory / 1e6)} MB`;
const values = { [rows]: processes, 'bytes(row.memory)': megabytes, '{{ cpu }}%': '37%', '{{ host }}': 'raspi' };
const name = { title: 'Process', value: 'row.name' };
const percent = { title: 'CPU', value: 'row.cpu', width: '5ch', decimals: 0, postfix: '%' };
const busy = { title: 'Busy', value: 'row.cpu', width: '8ch', bar: true, min: 0, max: 100 };
const memory = { title: 'Memory', value: 'bytes(row.memory)', width: '8ch' };
const top = { rows, sortBy: 'row.cpu' };
const items = [['CPU', '{{ cpu }}%'], ['Host', '{{ host }}'], 'up and running'];
const letters = (width: number, height: number): WidgetProof => ({ width, height, cell: 'character', values });
const pixels = (width: number, height: number, more: Partial<WidgetProof> = {}): WidgetProof => ({
  ...{ width, height, cell: 'pixel', values },
  ...more,
});
const picture = (options: object, proof: WidgetProof): string =>
  shotsOf(renderWidget(table, options, proof), 0).at(-1)!.picture;
const lines = (options: object, proof: WidgetProof): readonly string[] => picture(options, proof).trim().split('\n');

test.each([
  [20, 2],
  [20, 4],
])('tables on %d x %d characters', (width, height) => {
  const proof = letters(width, height);
  const looks = [
    { ...top, columns: [name, percent] },
    { ...top, columns: [{ value: 'row.name' }, { ...busy, width: '6ch' }] },
    { rows, columns: [{ value: 'row.name' }] },
    { items },
    { rows, columns: [name, { ...memory, width: '7ch' }], sortBy: 'row.memory', order: 'ascending' },
  ];
  matchesGolden(golden(`${width}x${height}.txt`), looks.map((look) => picture(look, proof)).join('\n'));
});

test('a table on 256 x 64 pixels', () => {
  const look = { ...top, columns: [name, busy, percent, memory], zebra: '#202020' };
  matchesGolden(golden('256x64.txt'), picture(look, pixels(256, 64, { colors: 2 })));
});

test('a part of 480 x 320 pixels in colours', () => {
  const colors = [
    { from: 20, color: 'yellow' },
    { from: 80, color: 'red' },
  ];
  const columns = [name, { ...busy, color: 'lime', colors }, { ...memory, colors, colorBy: 'row.cpu' }];
  const look = { ...top, columns, color: 'silver', zebra: '#202040' };
  matchesGolden(golden('480x320.txt'), picture(look, pixels(240, 80, { font: '8x16', colors: 65536 })));
});

test('rows are sorted, those without a value come last, and only the first are taken', () => {
  const columns = [{ value: 'row.name' }];
  const place = letters(8, 6);
  expect(lines({ ...top, columns }, place)).toEqual(
    ['firefox ', 'node    ', 'systemd…', 'gnome-t…', 'kworker…', 'sshd    ']
      .map((line) => `|${line}|`)
      .toSpliced(0, 2, '|node    |', '|firefox |'),
  );
  expect(lines({ ...top, columns, order: 'ascending', most: 2 }, place).slice(0, 3)).toEqual([
    '|kworker…|',
    '|gnome-t…|',
    '|        |',
  ]);
});

test('a list of texts needs no columns, and what is no text is a dash', () => {
  const proof = { ...letters(6, 4), values: { names: ['ann', 'b\nc', {}, null] } };
  expect(lines({ rows: 'names' }, proof)).toEqual(['|ann   |', '|b c   |', '|-     |', '|-     |']);
});

test('titles need three lines', () => {
  const look = { rows, columns: [{ ...name, title: 'P' }] };
  expect(lines(look, letters(8, 2))[0]).toBe('|firefox |');
  expect(lines(look, letters(8, 3))[0]).toBe('|P       |');
  expect(lines({ ...look, header: false }, letters(8, 3))[0]).toBe('|firefox |');
});

test('without rows there is a text, without a list a dash', () => {
  const proof = { ...letters(6, 1), values: { none: [], cpu: 5 } };
  expect(lines({ rows: 'none' }, proof)).toEqual(['|      |']);
  expect(lines({ rows: 'none', empty: 'idle' }, proof)).toEqual(['|idle  |']);
  expect(lines({ rows: 'cpu', empty: 'idle' }, proof)).toEqual(['|-     |']);
  expect(lines({}, proof)).toEqual(['|      |']);
});

const film = (options: object, duration: number): readonly string[] =>
  shotsOf(renderWidget(table, { rows, columns: [{ value: 'row.name' }], ...options }, letters(4, 4)), duration).map(
    ({ at, picture: shown }) => `${at} ${shown.replaceAll(/[|\n]+/g, ' ').trim()}`,
  );

test('rows that do not fit come page by page, or line by line', () => {
  expect(film({ scroll: 'pages', pause: '2s' }, 4000)).toEqual([
    '0 fir… node gno… sshd',
    '2000 sys… kwo…',
    '4000 fir… node gno… sshd',
  ]);
  expect(film({ scroll: 'lines', pause: '1s' }, 3000)).toEqual([
    '0 fir… node gno… sshd',
    '1000 node gno… sshd sys…',
    '2000 gno… sshd sys… kwo…',
    '3000 fir… node gno… sshd',
  ]);
  expect(film({}, 60_000)).toEqual(['0 fir… node gno… sshd']);
});

test('rows that fit stand still', () => {
  expect(film({ scroll: 'pages', most: 4 }, 60_000)).toHaveLength(1);
});

test('it is painted when something that is seen has changed', () => {
  const change = (cpu: number, hidden: number) => [
    { name: 'a', cpu },
    { name: 'b', cpu: 2 },
    { name: 'c', cpu: hidden },
  ];
  const lists = concat(
    of(change(1, 0)),
    timer(10).pipe(map(() => change(1, 1))),
    timer(10).pipe(map(() => change(1.01, 1))),
    timer(10).pipe(map(() => change(5, 1))),
  );
  const columns = [{ value: 'row.name' }, { value: 'row.cpu', decimals: 0 }];
  const proof: WidgetProof = { ...letters(5, 2), values: { list: lists } };
  expect(shotsOf(renderWidget(table, { rows: 'list', columns }, proof), 100).map(({ at }) => at)).toEqual([0, 30]);
});

test('bars are on one scale: the asked one, else the largest of all rows', () => {
  const columns = [{ value: 'row.cpu', bar: true }];
  const proof = { ...letters(4, 3), values: { list: [{ cpu: 10 }, { cpu: 5 }, { cpu: 'x' }] } };
  expect(lines({ rows: 'list', columns }, proof)).toEqual(['|████|', '|██  |', '|    |']);
  expect(lines({ rows: 'list', columns: [{ ...columns[0], max: 20 }] }, proof)).toEqual(['|██  |', '|█   |', '|    |']);
});

test('the film of a reading that comes later', () => {
  const later = concat(of(undefined), timer(1000).pipe(map(() => processes)));
  const proof: WidgetProof = { ...letters(12, 2), values: { [rows]: later } };
  expect(filmOf(renderWidget(table, { ...top, columns: [name] }, proof), 1000)).toBe(
    'at 0 ms\n|-           |\n|            |\n\nat 1000 ms\n|node        |\n|firefox     |\n',
  );
});
