import { readFileSync } from 'node:fs';
import { milliseconds } from '@lcdflow/core';
import { Argument, Command, InvalidArgumentError } from 'commander';
import type { Observable } from 'rxjs';
import { checkCommand } from './commands/check.ts';
import { deviceCommand, QUESTIONS } from './commands/device.ts';
import { devicesCommand } from './commands/devices.ts';
import { emulateCommand } from './commands/emulate.ts';
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

function port(text: string): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number <= 0xffff) return number;
  throw new InvalidArgumentError('a TCP port from 0 to 65535');
}

const version = (): string =>
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version as string;

type Least = () => Level;

function addRun(lcd: Command, start: Start, least: Least): void {
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
}

function addShow(lcd: Command, start: Start, least: Least): void {
  lcd
    .command('show')
    .description('take a picture of the emulated glass')
    .argument('[file]', FILE)
    .option('--display <name>', 'of this display only')
    .option('--after <time>', 'when it has run for so long', duration, 2_000)
    .option('--out <file>', 'into a file that ends in .png or .txt')
    .action((file, options) => start((session) => showCommand(session, file, options), least()));
}

function addLists(lcd: Command, start: Start, least: Least): void {
  lcd
    .command('sources')
    .description('list every reading as an expression to paste, with its value now, unit, range, meaning and cost')
    .argument('[name]', 'of one source only')
    .argument('[file]', FILE)
    .option('--watch', 'again each second until Ctrl-C')
    .option('--json', 'for programs')
    .option('--for <time>', 'stop by itself after this time, such as 10s', duration)
    .action((name, file, options) => {
      // No name of a source has a dot, and every file has one.
      const given = file === undefined && name?.includes('.') ? [undefined, name] : [name, file];
      start((session) => sourcesCommand(session, given[0], given[1], options), least());
    });
  lcd
    .command('devices')
    .description('list attached panels and every model a driver knows')
    .action(() => start(devicesCommand, least()));
  lcd
    .command('emulate')
    .description('lend an emulated panel over USB/IP or a pseudo terminal until Ctrl-C; its glass is drawn here')
    .argument('<name>', 'a driver such as picolcd, or with its model: picolcd:20x2')
    .option('--usbip <port>', 'the port of this machine where a USB device is lent, 3240 when left out', port)
    .option('--serial <text...>', "a USB device's serial number; with several, as many panels")
    .option('--pty <path>', 'the link that programs open as the port of a serial device')
    .action((name, options) => start((session) => emulateCommand(session, name, options), least()));
  lcd
    .command('schema')
    .description('print the JSON Schema of lcd.config.yaml, for editors')
    .action(() => start(schemaCommand, least()));
}

function addDevice(lcd: Command, start: Start, least: Least): void {
  lcd
    .command('device')
    .description('ask the device of one display what it is, or what it measures')
    .argument('<display>', 'the name of the display in the config')
    .addArgument(
      new Argument('<question>', 'all it says of itself, or what it measures as it comes').choices(QUESTIONS),
    )
    .argument('[file]', FILE)
    .option('--for <time>', 'stop by itself after this time, such as 10s', duration)
    .option('--emulate', 'an emulated panel, even if a real one is plugged in')
    .option('--trace <file>', 'write every packet in words and as a hexdump')
    .action((name, question, file, options) =>
      start((session) => deviceCommand(session, name, question, file, options), least()),
    );
}

/** The command line. A mistake in it throws a `CommanderError`. */
export function commandLine(start: Start): Command {
  const lcd = new Command('lcd')
    .description('Shows what lcd.config.yaml says on LCD panels, real or emulated.')
    .version(version())
    .option('-v, --verbose', 'also tell what only developers want to know')
    .showSuggestionAfterError()
    .allowExcessArguments(false)
    .exitOverride();
  const least: Least = () => (lcd.opts().verbose ? 'debug' : 'info');
  for (const add of [addRun, addShow, addDevice, addLists]) add(lcd, start, least);
  return lcd;
}
