import { type LoadBuiltins, loadConfig } from '@lcdflow/config';
import type { Logger, Plugin, Program } from '@lcdflow/core';
import { fontOpener } from '@lcdflow/fonts';
import { createScreen, type Screen } from '@lcdflow/plugin-terminal';
import { defer, from, map, type Observable } from 'rxjs';
import { builtinsOn } from './builtins.ts';
import { createLog, type Level } from './log.ts';

/** What every command works with. */
export interface Session {
  readonly screen: Screen;
  readonly log: Logger;
  readonly builtins: LoadBuiltins;
  /** All built-in plugins, without options. */
  readonly plugins: Observable<readonly Plugin[]>;
  /** For what a person asked to see. */
  print(text: string): void;
  /** Messages that were shown on the screen only, to be printed when it is gone. */
  flush(): void;
}

/** A session on the streams of this process. While pictures are on the terminal, messages go below them. */
export function createSession(least: Level): Session {
  const screen = createScreen({
    output: process.stdout,
    input: process.stdin,
    onInterrupt: () => process.kill(process.pid, 'SIGINT'),
  });
  const held: string[] = [];
  const flush = () => {
    for (const line of held.splice(0)) process.stderr.write(`${line}\n`);
  };
  const log = createLog(least, (line) => {
    if (screen.live) held.push(line);
    else process.stderr.write(`${line}\n`);
    screen.note(line);
  });
  const builtins = builtinsOn(screen);
  const config = { folder: process.cwd() };
  const plugins = defer(() => builtins()).pipe(
    map((all) => all.map((plugin) => (typeof plugin === 'function' ? plugin({} as never, config) : plugin))),
  );
  return { screen, log, builtins, plugins, flush, print: (text) => process.stdout.write(text) };
}

/** The checked config, its file and the plugins that it uses. Errors with `ConfigError`. */
export const loaded = (session: Session, file: string | undefined, builtins = session.builtins): Observable<Loaded> =>
  defer(() =>
    from(
      loadConfig({
        builtins,
        log: session.log,
        fonts: fontOpener(),
        ...(file === undefined ? {} : { file }),
      }),
    ),
  );

export interface Loaded {
  readonly program: Program;
  readonly file: string;
  readonly plugins: readonly Plugin[];
}
