import { readFileSync } from 'node:fs';
import { milliseconds } from '@lcdflow/core';
import { Command, InvalidArgumentError } from 'commander';
import type { Observable } from 'rxjs';
import { checkCommand } from './commands/check.ts';
import { devicesCommand } from './commands/devices.ts';
import { runCommand } from './commands/run.ts';
import { schemaCommand } from './commands/schema.ts';
import { showCommand } from './commands/show.ts';
import { sourcesCommand } from './commands/sources.ts';
import type { Level } from './log.ts';
import type { Session } from './session.ts';

/** Runs a command in a session to its exit status. */
export type Start = (command: (session: Session) => Observable<number>, least: Level) => void;

const FILE = 'the config; lcd.config.yaml in this folder when left out';

function duration(text: string): number {
  const ms = milliseconds(text);
  if (ms === undefined) throw new InvalidArgumentError('a time such as 500ms, 10s or 5m');
  return ms;
}

const version = (): string =>
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version as string;

/** The command line. */
export function commandLine(start: Start): Command {
  const lcd = new Command('lcd')
    .description('Shows what lcd.config.yaml says on LCD panels, real or emulated.')
    .version(version())
    .option('-v, --verbose', 'also tell what only developers want to know')
    .showSuggestionAfterError()
    .configureHelp({ sortSubcommands: false });
  const least = (): Level => (lcd.opts().verbose ? 'debug' : 'info');

  lcd
    .command('run')
    .description('run a config until Ctrl-C; emulated panels are drawn in the terminal')
    .argument('[file]', FILE)
    .option('--for <time>', 'stop by itself after this time, such as 10s', duration)
    .option('--emulate', 'emulated panels, even if real ones are plugged in')
    .option('--trace <file>', 'write every packet in words and as a hexdump')
    .action((file, options) => start((session) => runCommand(session, file, options), least()));
  lcd
    .command('check')
    .description('check a config and open nothing')
    .argument('[file]', FILE)
    .action((file) => start((session) => checkCommand(session, file), least()));
  lcd
    .command('show')
    .description('take a picture of the emulated glass')
    .argument('[file]', FILE)
    .option('--display <name>', 'of this display only')
    .option('--after <time>', 'when it has run for so long', duration, 2_000)
    .option('--out <file>', 'into a file that ends in .png or .txt')
    .action((file, options) => start((session) => showCommand(session, file, options), least()));
  lcd
    .command('sources')
    .description('list every reading with its value now, unit, range and meaning')
    .argument('[file]', FILE)
    .action((file) => start((session) => sourcesCommand(session, file), least()));
  lcd
    .command('devices')
    .description('list attached panels and every model a driver knows')
    .action(() => start(devicesCommand, least()));
  lcd
    .command('schema')
    .description('print the JSON Schema of lcd.config.yaml, for editors')
    .action(() => start(schemaCommand, least()));
  return lcd;
}
