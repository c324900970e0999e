import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkConfig, formatProblem } from '@lcdflow/config';
import { definePlugin, defineSource, type Program, run } from '@lcdflow/core';
import { emulate } from '@lcdflow/emulator';
import matrixOrbital from '@lcdflow/plugin-matrix-orbital';
import bar from '@lcdflow/widget-bar';
import clock from '@lcdflow/widget-clock';
import text from '@lcdflow/widget-text';
import { defer, map, tap, timer } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { openEmulatedLine } from '../test/peers/emulated-line.ts';
import { glassLetters } from '../test/peers/glass-letters.ts';
import { startLcd4linux } from '../test/peers/lcd4linux.ts';
import { programPath } from '../test/peers/programs.ts';
import { until } from '../test/peers/until.ts';
import type { Figure } from './figure.ts';
import { log } from './log.ts';

const MODEL = 'LK204-25';
const emulator = matrixOrbital.emulators!.find(({ model }) => model === MODEL)!;

/** A reading that goes up and down by equal steps, as `test::bar` of lcd4linux does. */
const sawtooth = (name: string, every: number, most: number, step: number) =>
  defineSource({
    name,
    meaning: 'Goes up and down',
    options: { type: 'object', properties: {}, additionalProperties: false },
    describe: { value: { unit: '', range: [0, most], meaning: 'A number' } },
    read: (_, { ticks }) =>
      defer(() => {
        let [value, by] = [0, step];
        return ticks(every).pipe(
          map(() => {
            if (value + by > most || value + by < 0) by = -by;
            value += by;
            return { value };
          }),
        );
      }),
  });

const LOAD = { most: 4, step: 0.37 };
const LEVEL = { most: 100, step: 7 };
const sources = definePlugin({
  name: 'sawteeth',
  apiVersion: 1,
  sources: [sawtooth('load', 1_000, LOAD.most, LOAD.step), sawtooth('level', 500, LEVEL.most, LEVEL.step)],
});

/** A clock (1 Hz), a load figure (1 Hz) and a bar (2 Hz), all of which change every time. */
const ours = `
displays: { front: { driver: matrix-orbital, model: ${MODEL} } }
pages:
  main:
    column:
      - row: [{ clock: 'HH:mm:ss', size: 9ch }, { text: 'load {{ fixed(load.value, 2) }}' }]
      - row: [{ bar: level.value, size: 8ch }, { text: '' }]
      - text: ''
      - text: ''
`;

/** The same for lcd4linux. */
const theirs = (port: string): string => `
Variables {
  tick 500
}
Display Panel {
  Driver 'MatrixOrbital'
  Model '${MODEL}'
  Port '${port}'
  Speed 19200
  Icons 0
}
Widget Clock {
  class 'Text'
  expression strftime('%H:%M:%S', time())
  width 8
  update 1000
}
Widget Load {
  class 'Text'
  expression test::bar(0, ${LOAD.most}, 0, ${LOAD.step})
  prefix 'load '
  precision 2
  width 9
  update 1000
}
Widget Level {
  class 'Bar'
  expression test::bar(1, ${LEVEL.most}, 0, ${LEVEL.step})
  length 8
  direction 'E'
  min 0
  max ${LEVEL.most}
  update 500
}
Layout Page {
  Row1 {
    Col1 'Clock'
    Col10 'Load'
  }
  Row2 {
    Col1 'Level'
  }
}
Display 'Panel'
Layout 'Page'
`;

const NAME = `page with clock, load and bar on a ${MODEL}`;

/** Bytes on an emulated serial line for a page that changes, beside what lcd4linux sends for it, if that is there. */
export async function sideBySideSerial(): Promise<readonly Figure[]> {
  return [
    { name: NAME, value: ourBytes(), unit: 'bytes/s', goal: { atMost: 27 } },
    ...(canAskThem() ? [{ name: `${NAME}, lcd4linux`, value: await theirBytes(), unit: 'bytes/s' }] : []),
  ];
}

const canAskThem = (): boolean => ['lcd4linux', 'socat'].every((program) => programPath(program) !== undefined);

function programOf(config: string): Program {
  const plugins = [matrixOrbital, bar, clock, text, sources];
  const { program, problems } = checkConfig(config, 'bench.yaml', plugins);
  if (program === undefined) throw new Error(problems.map(formatProblem).join('\n'));
  return program;
}

const SETTLED = 5_000;
const VIRTUAL = 120_000;

/** Bytes a second of virtual time, once the page is there. */
function ourBytes(): number {
  const program = programOf(ours);
  const counts: number[] = [];
  new TestScheduler(() => undefined).run(({ expectObservable }) => {
    const panel = emulate(emulator);
    const context = () => ({ connect: () => panel.connection, display: 'front', log });
    expectObservable(run(program, { log, context }), `${SETTLED + VIRTUAL + 1}ms !`);
    expectObservable(
      timer(SETTLED, VIRTUAL).pipe(tap(() => counts.push(panel.counters().bytes))),
      `${SETTLED + VIRTUAL + 1}ms !`,
    );
  });
  return ((counts[1]! - counts[0]!) * 1_000) / VIRTUAL;
}

const PATIENCE = 20_000;
const WATCHED = 15_000;

/** Bytes a second of real time, once the page is there. */
async function theirBytes(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'lcdflow-bench-'));
  const line = await openEmulatedLine(emulator, folder);
  const child = startLcd4linux(theirs(line.path), folder);
  try {
    await until(
      'the page of lcd4linux',
      () => /^\d\d:\d\d:\d\d load/.test(glassLetters(line.device.glass())[0]!),
      PATIENCE,
    );
    const [begin, before] = [performance.now(), line.bytes()];
    await new Promise((done) => setTimeout(done, WATCHED));
    return ((line.bytes() - before) * 1_000) / (performance.now() - begin);
  } finally {
    await child.stop();
    await line.close();
    rmSync(folder, { recursive: true });
  }
}
