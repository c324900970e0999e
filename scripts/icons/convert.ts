/**
 * Makes widgets/icon/src/data/pixelarticons.ts from the SVG pictures of the npm package of that name:
 *
 *   npm pack pixelarticons@2.4.1 && tar xzf pixelarticons-2.4.1.tgz && npx tsx scripts/icons/convert.ts package
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { halved, svgBitmap, trimmed } from './svg-bitmap.ts';

const VERSION = '2.4.1';
const SIZE = 24;
const IN_A_ROW = 4;
const TARGET = fileURLToPath(new URL('../../widgets/icon/src/data/pixelarticons.ts', import.meta.url));

/** Our names, and theirs where they are called otherwise. */
const NAMES: Readonly<Record<string, string>> = {
  ...same('cpu server monitor gpu upload download battery-low battery-medium battery-full plug power wifi globe phone'),
  ...same(
    'usb printer key mail mail-open bell bell-off user users calendar clock hourglass music play pause stop volume',
  ),
  ...same(
    'mic camera image folder sun moon cloud cloud-sun wind fire lock unlock shield star heart home docker gear search',
  ),
  ...same('eye trash file package refresh'),
  ...{ memory: 'memory-stick', disk: 'database', network: 'modem', temperature: 'thermometer', light: 'lightbulb' },
  ...{ up: 'arrow-up', down: 'arrow-down', left: 'arrow-left', right: 'arrow-right', 'battery-empty': 'battery' },
  ...{ 'signal-0': 'cellular-signal-0', 'signal-1': 'cellular-signal-1', 'signal-2': 'cellular-signal-2' },
  ...{
    'signal-3': 'cellular-signal-3',
    charging: 'zap',
    volume: 'volume-2',
    chat: 'message',
    mute: 'volume-x',
    snow: 'snowflake',
  },
  ...{ water: 'waves', ok: 'check', error: 'close', warning: 'warning-diamond', info: 'info-box', tool: 'tools' },
  question: 'circle-question',
};

function same(names: string): Readonly<Record<string, string>> {
  return Object.fromEntries(names.split(' ').map((name) => [name, name]));
}

interface Picture {
  readonly name: string;
  readonly rows: readonly string[];
}

/** Pictures that take turns in one place must not move: they are halved and trimmed alike. */
const FAMILIES = ['battery', 'signal'];

const familyOf = (name: string): string => FAMILIES.find((family) => name.startsWith(`${family}-`)) ?? name;

function groups(names: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const families = new Map<string, string[]>();
  for (const name of names) families.set(familyOf(name), [...(families.get(familyOf(name)) ?? []), name]);
  return families;
}

/** Pictures of one family. */
function pictures(names: readonly string[], folder: string): readonly Picture[] {
  const svg = (name: string): string => readFileSync(join(folder, 'svg', `${NAMES[name]!}.svg`), 'utf8');
  const whole = names.map((name) => svgBitmap(svg(name), SIZE));
  const half = halved(whole);
  return trimmed(half ?? whole).map((rows, index) => ({ name: names[index]!, rows }));
}

/** A few pictures side by side below their names, as a text of TypeScript. */
function strip(pictures: readonly Picture[]): string {
  const widths = pictures.map(({ name, rows }) => Math.max(name.length, rows[0]!.length));
  const height = Math.max(...pictures.map(({ rows }) => rows.length));
  const line = (of: (one: Picture) => string): string =>
    `   ${pictures.map((one, index) => of(one).padEnd(widths[index]!)).join(' ')}`.trimEnd();
  const rows = Array.from({ length: height }, (_, y) => line(({ rows }) => rows[y] ?? '-'));
  return `  \`${line(({ name }) => name).trimStart()}\n${rows.join('\n')}\`,`;
}

/** Pictures of one height stand together, so that none has to be filled up. */
function strips(pictures: readonly Picture[]): readonly string[] {
  const sorted = pictures.toSorted((a, b) => a.rows.length - b.rows.length || (a.name < b.name ? -1 : 1));
  return Array.from({ length: Math.ceil(sorted.length / IN_A_ROW) }, (_, index) =>
    strip(sorted.slice(index * IN_A_ROW, (index + 1) * IN_A_ROW)),
  );
}

function main(folder: string): void {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { readonly version: string };
  if (version !== VERSION) throw new Error(`expected pixelarticons ${VERSION}, but it is ${version}`);
  const families = groups(Object.keys(NAMES));
  const all = [...families.values()].flatMap((names) => pictures(names, folder));
  writeFileSync(
    TARGET,
    `/**
 * Icons of the npm package pixelarticons ${VERSION} (MIT, Copyright (c) 2019 Gerrit Halfmann; LICENSE-pixelarticons.txt),
 * made by scripts/icons/convert.ts: without blank edges, and in half the pixels where that loses nothing. The names of a
 * strip stand above its pictures; \`-\` is a row that a picture does not have.
 */
export const PIXELARTICONS: readonly string[] = [
${strips(all).join('\n')}
];
`,
  );
}

main(process.argv[2] ?? 'package');
