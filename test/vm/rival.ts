import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { measured } from './figures.ts';
import { FOLDER, gone, hidDriver } from './guest.ts';
import { FLAGS, LCD } from './lcd.ts';
import { lend } from './lender.ts';
import { check, sleep, step, until } from './steps.ts';

const RIVAL = '/usr/sbin/lcd4linux';
/** s until a program runs evenly: V8 optimises what runs often, and takes its time in a guest without acceleration. */
const WARM_UP = 90;
/** s that are compared. */
const COMPARED = 20;
/** Ticks of /proc/PID/stat in a second: USER_HZ of every Linux. */
const TICKS = 100;

/** What a program did in the time that is compared. */
interface Deeds {
  readonly packets: number;
  readonly bytes: number;
  /** s of processor, in the program and in the kernel for it. */
  readonly cpu: number;
}

/** lcdflow beside Debian's lcd4linux: the same page on the same panel. */
export async function rival(): Promise<void> {
  check(existsSync(RIVAL), () => 'lcd4linux is missing: apt-get install lcd4linux');
  const config = '/tmp/rival.conf';
  copyFileSync(join(FOLDER, 'rival.conf'), config);
  // It refuses one that others may read.
  chmodSync(config, 0o600);
  const theirs = await deeds('lcd4linux', RIVAL, ['-F', '-q', '-f', config]);
  const ours = await deeds('lcd run', process.execPath, [...FLAGS, LCD, 'run', join(FOLDER, 'rival.yaml')]);
  if (!theirs || !ours) return;
  const page = `page with clock, load and bar for ${COMPARED} s`;
  measured(
    { name: `${page}: packets of lcdflow`, value: ours.packets, unit: 'packets' },
    { name: `${page}: packets of lcd4linux`, value: theirs.packets, unit: 'packets' },
    {
      name: 'packets of lcd4linux for one of lcdflow',
      value: theirs.packets / ours.packets,
      unit: '',
      goal: { atLeast: 25 },
    },
    { name: 'bytes of lcd4linux for one of lcdflow', value: theirs.bytes / ours.bytes, unit: '' },
    {
      name: `${page}: processor time of lcdflow`,
      value: ours.cpu,
      unit: 's',
      goal: { atMost: Number(theirs.cpu.toFixed(2)) },
    },
    { name: `${page}: processor time of lcd4linux`, value: theirs.cpu, unit: 's' },
  );
}

async function deeds(name: string, program: string, args: readonly string[]): Promise<Deeds | undefined> {
  const lender = await lend(3290, 'RIVAL');
  let child: ChildProcess | undefined;
  let found: Deeds | undefined;
  await step(`${name} shows the page`, async () => {
    const device = await lender.plug();
    await until('hid-picolcd has it', () => hidDriver(device) === 'hid-picolcd');
    let said = '';
    child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (more) => {
        said += more;
      });
    await sleep(1_000 * WARM_UP);
    check(child.exitCode === null, () => `it has ended:\n${said}`);
    const before = { ...lender.panel().counters(), cpu: cpuOf(child) };
    await sleep(1_000 * COMPARED);
    const after = { ...lender.panel().counters(), cpu: cpuOf(child) };
    found = {
      packets: after.packets - before.packets,
      bytes: after.bytes - before.bytes,
      cpu: after.cpu - before.cpu,
    };
    check(found.packets > 0, () => `it draws nothing:\n${said}`);
    return `${found.packets} packets, ${found.bytes} bytes, ${found.cpu.toFixed(2)} s of processor`;
  });
  child?.kill('SIGKILL');
  lender.close();
  await gone('RIVAL');
  return found;
}

/** s of processor that a program has had so far: utime and stime. */
function cpuOf({ pid }: ChildProcess): number {
  // The name in parentheses may hold blanks.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/.*\) /, '').split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}
