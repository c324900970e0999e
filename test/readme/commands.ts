import type { Command } from 'commander';

/** What commands in a README may name. */
export interface Known {
  /** The command line of `lcd`. */
  readonly lcd: Command;
  /** The scripts of the package.json. */
  readonly scripts: Readonly<Record<string, string>>;
  /** Whether a file is there. */
  exists(path: string): boolean;
}

/** What npm can do without a script. */
const NPM = ['install', 'i', 'ci', 'init', 'link', 'publish', 'pack', 'exec'];
/** Scripts that npm runs without `run`. */
const SHORT = ['start', 'test'];

/** The commands of a block of shell lines; of a `console` block those behind `$ `. */
export function commandsOf(text: string, language: string): readonly string[] {
  const lines = text.replaceAll('\\\n', ' ').split('\n');
  const typed =
    language === 'console' ? lines.filter((line) => line.startsWith('$ ')).map((line) => line.slice(2)) : lines;
  return typed
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .flatMap((line) => line.split(/\s*(?:&&|\|\||[|;])\s*/))
    .filter((command) => command !== '');
}

/** What is wrong with a command; `undefined` when it can be typed, or is neither of `lcd`, `npm` nor `node`. */
export function commandProblem(command: string, known: Known): string | undefined {
  const words = command.split(/\s+/).filter((word) => !/^[A-Z_]+=/.test(word) && word !== 'sudo');
  const [first, ...rest] = words[0] === 'npx' ? words.slice(1) : words;
  if (first === 'lcd') return lcdProblem(rest, known.lcd);
  if (first === 'npm') return npmProblem(rest, known);
  if (first === 'node' || first === 'tsx') return fileProblem(rest, known);
  return undefined;
}

function lcdProblem(words: readonly string[], lcd: Command): string | undefined {
  const name = words.find((word) => !word.startsWith('-'));
  const command = lcd.commands.find((candidate) => candidate.name() === name);
  if (name !== undefined && command === undefined && name !== 'help') return `lcd has no command "${name}"`;
  return optionProblem(words, [lcd, ...(command ? [command] : [])]);
}

function optionProblem(words: readonly string[], commands: readonly Command[]): string | undefined {
  const options = commands.flatMap((command) => command.options.flatMap(({ long, short }) => [long, short]));
  const unknown = words
    .map((word) => word.replace(/^\[|\]$/g, '').split('=')[0]!)
    .find((word) => word.startsWith('-') && word !== '--' && ![...options, '--help', '-h'].includes(word));
  return unknown === undefined ? undefined : `${commands.at(-1)!.name()} has no option ${unknown}`;
}

function npmProblem(words: readonly string[], { scripts, lcd }: Known): string | undefined {
  const [verb, ...rest] = words.filter((word) => !/^-[^-]|^--./.test(word) || words.includes('--'));
  if (verb === undefined || NPM.includes(verb)) return undefined;
  if (verb !== 'run' && !SHORT.includes(verb)) return `npm has no command "${verb}"`;
  const [script = '', ...args] = verb === 'run' ? rest : [verb, ...rest];
  const runs = Object.hasOwn(scripts, script) ? scripts[script]! : undefined;
  if (runs === undefined) return `there is no script "${script}"`;
  const [, command] = /lcd\.js (\w+)/.exec(runs) ?? [];
  return command === undefined ? undefined : lcdProblem([command, ...args], lcd);
}

const fileProblem = (words: readonly string[], { exists }: Known): string | undefined => {
  const file = words.find((word) => !word.startsWith('-'));
  return file === undefined || exists(file) ? undefined : `there is no file ${file}`;
};
