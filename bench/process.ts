import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FIFTY } from '../test/fifty/fifty.ts';
import type { Figure } from './figure.ts';
import { lcdFlags } from './lcd-flags.ts';

const LCD = fileURLToPath(new URL('../packages/cli/bin/lcd.js', import.meta.url));
const FLAGS = lcdFlags(LCD);
const MIB = 1_024 * 1_024;
/** ms until V8 has optimised most of what runs once a second; such a program runs for months. */
const WARM_UP = 300_000;
/** Of several spans, in ms, the best is told: the others tell how busy the machine was. */
const [SPANS, SPAN] = [4, 30_000];

const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'lcdflow-bench-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const lcd = (...args: string[]): ChildProcess => spawn(process.execPath, [...FLAGS, LCD, ...args], { stdio: 'ignore' });

const ended = (child: ChildProcess): Promise<unknown> => new Promise((done) => child.once('exit', done));

/** Milliseconds of processor time that all threads of a process have used, from the scheduler's own account. */
function cpuMilliseconds({ pid }: ChildProcess): number {
  const threads = readdirSync(`/proc/${pid}/task`);
  const nanoseconds = threads.map((thread) =>
    Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]),
  );
  return nanoseconds.reduce((sum, one) => sum + one, 0) / 1e6;
}

/** Resident memory of a process in MiB. */
const resident = ({ pid }: ChildProcess): number =>
  (Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) * 1_024) / MIB;

const text = (value: string): string => `{ text: '{{ ${value} }}' }`;

/** Ten widgets, each with something new every second. */
const TEN = `
displays: { front: { driver: picolcd } }
pages:
  main:
    column:
      - { row: [{ clock: 'HH:mm:ss' }, ${text('uptime.seconds')}] }
      - { row: [${text('fixed(cpu.busy, 1)')}, { bar: cpu.busy }] }
      - { row: [${text('fixed(memory.percent, 1)')}, { bar: memory.used }] }
      - { row: [${text('load.one')}, ${text('processes.running')}] }
      - { row: [${text('bytes(network.receive)')}, { graph: cpu.user }] }
`;

/** Processor time that a process takes while something goes on, in % of a core. */
async function shareOf(child: ChildProcess, going: Promise<unknown>): Promise<number> {
  const [before, since] = [cpuMilliseconds(child), performance.now()];
  await going;
  return ((cpuMilliseconds(child) - before) / (performance.now() - since)) * 100;
}

/** What is left of any program when nothing is done: waking up as often as fifty widgets on three displays do. */
const BARE = 'setInterval(() => undefined, 40)';

/** What programs take that run for a long time. They run side by side. */
export function steadyState(): Promise<readonly Figure[]> {
  return withFolder(async (folder) => {
    const config = join(folder, 'ten.yaml');
    writeFileSync(config, TEN);
    const bare = spawn(process.execPath, [...FLAGS, '--eval', BARE], { stdio: 'ignore' });
    const programs = [lcd('run', config, '--emulate'), lcd('run', FIFTY, '--emulate'), bare];
    await wait(WARM_UP);
    const shares: number[][] = [];
    for (let span = 0; span < SPANS; span++) {
      const going = wait(SPAN);
      shares.push(await Promise.all(programs.map((child) => shareOf(child, going))));
    }
    const best = programs.map((_, place) => Math.min(...shares.map((all) => all[place]!)));
    const memory = programs.map(resident);
    for (const child of programs) {
      child.kill();
      await ended(child);
    }
    return figuresOf(best, memory);
  });
}

const figuresOf = ([ten, fifty, bare]: readonly number[], memory: readonly number[]): readonly Figure[] => {
  const core = '% of a core';
  const many = 'fifty widgets on six pages over three displays at 1 Hz';
  return [
    { name: `ten widgets at 1 Hz, best of ${SPANS}`, value: ten!, unit: core, goal: { atMost: 0.5 } },
    { name: 'ten widgets at 1 Hz, resident', value: memory[0]!, unit: 'MiB', goal: { atMost: 70 } },
    { name: `${many}, best of ${SPANS}`, value: fifty!, unit: core, goal: { atMost: 1 } },
    { name: `${many}, resident`, value: memory[1]!, unit: 'MiB' },
    { name: 'a bare timer 25 times a second, beside them', value: bare!, unit: core },
  ];
};

/** Seconds from the start of the process until a line of the trace says that it has shown something. */
async function startOnce(folder: string, shows: (trace: string) => boolean): Promise<number> {
  const config = join(folder, 'ten.yaml');
  const trace = join(folder, `trace-${Math.random()}`);
  writeFileSync(config, TEN);
  const start = performance.now();
  const child = lcd('run', config, '--emulate', '--trace', trace);
  while (!shows(statSync(trace, { throwIfNoEntry: false }) ? readFileSync(trace, 'utf8') : '')) await wait(2);
  const seconds = (performance.now() - start) / 1_000;
  child.kill();
  await ended(child);
  return seconds;
}

/** How soon a person sees something. The best of several starts: the others tell how busy the machine was. */
export function startUp(times = 7): Promise<readonly Figure[]> {
  return withFolder(async (folder) => {
    const first: number[] = [];
    for (let run = 0; run < times; run++) first.push(await startOnce(folder, (trace) => trace.includes(' > 96 ')));
    const whole = await startOnce(folder, (trace) => trace.split(' > 96 ').length > 64);
    return [
      {
        name: `start to the first area of the first frame, best of ${times}`,
        value: Math.min(...first),
        unit: 's',
        goal: { atMost: 0.5 },
      },
      { name: 'start to the whole first frame on the glass', value: whole, unit: 's' },
    ];
  });
}
