import type { Counters } from './growth.ts';
import { lineAfter } from './line-after.ts';

/**
 * Time of a processor since boot, in clock ticks. `busy` states add up with `rest` to all time. `rest` is idle and
 * waiting for I/O together, because the kernel moves time between those two (proc(5), `iowait`).
 */
export type CpuTimes = Counters<'user' | 'system' | 'steal' | 'rest' | 'iowait'>;

const CPU_LINE = /^(cpu\d{0,4}) +(\d{1,20}(?: \d{1,20}){3,})/;

/** The `cpu` lines of /proc/stat by their names: `cpu` for all, `cpu0` for the first core. Others are passed over. */
export function parseCpuTimes(stat: string): Map<string, CpuTimes> {
  const times = new Map<string, CpuTimes>();
  for (let start = 0; stat.startsWith('cpu', start); ) {
    const end = stat.indexOf('\n', start);
    const [, name, fields] = CPU_LINE.exec(stat.slice(start, end < 0 ? undefined : end)) ?? [];
    if (name !== undefined) times.set(name, cpuTimes(fields!.split(' ').map(Number)));
    start = end < 0 ? stat.length : end + 1;
  }
  return times;
}

/** Time spent for guests is already in user and nice (proc(5)), so the fields behind steal are left out. */
function cpuTimes([user = 0, nice = 0, system = 0, idle = 0, iowait = 0, irq = 0, softirq = 0, steal = 0]: number[]) {
  return { user: user + nice, system: system + irq + softirq, steal, rest: idle + iowait, iowait };
}

/** How many cores are online. */
export function countCores(stat: string): number | undefined {
  // The lines of the cores come first; one far behind them, that of the interrupts, is longer than all others together.
  const end = stat.search(/^(?!cpu)/m);
  return stat.slice(0, end < 0 ? undefined : end).match(/^cpu\d/gm)?.length;
}

/** A number of /proc/stat by the first word of its line, such as `procs_running`. */
export function statNumber(stat: string, word: string): number | undefined {
  const value = lineAfter(stat, `${word} `);
  return value !== undefined && /^\d{1,20}$/.test(value) ? Number(value) : undefined;
}
