import { checkConfig, formatProblem } from '@lcdflow/config';
import { type RunEvent, run } from '@lcdflow/core';
import { builtinsOn } from '../../packages/cli/src/builtins.ts';
import { createHost } from '../../packages/cli/src/host.ts';
import { sheetOf } from '../../packages/cli/src/sheet.ts';
import { silentScreen } from '../program/silent-screen.ts';

/** A page that is shown. */
export interface Shown {
  /** What each line shows now, by its first word. */
  lines(): Readonly<Record<string, string>>;
  /** What is called whenever something on the page has changed. */
  onChange(look: () => void): void;
  readonly logged: readonly string[];
  stop(): void;
}

/** Each source has a line of the page: its name, and a text. */
const configOf = (sources: Readonly<Record<string, string>>, texts: Readonly<Record<string, string>>): string =>
  [
    'sources:',
    ...Object.entries(sources).map(([name, options]) => `  ${name}: ${options}`),
    `displays: { wall: { driver: terminal, size: 40x${Object.keys(sources).length}, fps: 50, pages: [all] } }`,
    'pages:',
    '  all:',
    '    column:',
    ...Object.keys(sources).map((name) => `      - text: '${name} ${texts[name] ?? `{{ ${name}.number }}`}'`),
  ].join('\n');

/** Runs a program with these sources, each written as in a config, and shows a text for each; else its reading `number`. */
export async function shown(
  sources: Readonly<Record<string, string>>,
  texts: Readonly<Record<string, string>>,
): Promise<Shown> {
  const plugins = (await builtinsOn(silentScreen)()).map((plugin) =>
    typeof plugin === 'function' ? plugin({} as never, { folder: '/' }) : plugin,
  );
  const { program, problems } = checkConfig(configOf(sources, texts), '/lcd.config.yaml', plugins);
  if (program === undefined) throw new Error(problems.map(formatProblem).join('\n'));
  const logged: string[] = [];
  const write = (message: string) => void logged.push(message);
  const log = { debug: () => undefined, info: write, warn: write, error: write };
  const sheet = sheetOf(program.displays[0]!);
  const looks = new Set<() => void>();
  const host = createHost({ plugins, log, watch: () => [] as never });
  const told = (event: RunEvent) => {
    if (event.kind === 'shown') for (const look of looks) look();
  };
  const running = run({ ...program, displays: [sheet.plan] }, host, { areas: true }).subscribe(told);
  const { cells, width } = sheet.frame;
  const lines = () => {
    const all = [...cells].map((cell) => String.fromCodePoint(cell)).join('');
    const rows = Object.keys(sources).map((_, row) => all.slice(row * width, (row + 1) * width).trim());
    return Object.fromEntries(rows.map((row) => [row.split(' ')[0]!, row.slice(row.indexOf(' ') + 1)]));
  };
  return { lines, onChange: (look) => looks.add(look), logged, stop: () => running.unsubscribe() };
}
