import { resolve } from 'node:path';
import process from 'node:process';
import { definePlugin, type Plugin } from '@lcdflow/core';
import { battery } from './battery.ts';
import { cpu } from './cpu.ts';
import { descriptors } from './descriptors.ts';
import { disk } from './disk.ts';
import { diskio } from './diskio.ts';
import { disks } from './disks.ts';
import { drives } from './drives.ts';
import { filesBelow } from './files.ts';
import { frequency } from './frequency.ts';
import { host } from './host.ts';
import { load } from './load.ts';
import { memory } from './memory.ts';
import { network } from './network.ts';
import { os } from './os.ts';
import { pressure } from './pressure.ts';
import { processes } from './processes.ts';
import { sensors } from './sensors.ts';
import { swap } from './swap.ts';
import { temperature } from './temperature.ts';
import { top } from './top.ts';
import { uptime } from './uptime.ts';
import { users } from './users.ts';
import { wireless } from './wireless.ts';

const SOURCES = [
  ...[cpu, frequency, memory, swap, load, pressure, uptime, host, os, processes, top, users, descriptors],
  ...[disk, disks, diskio, drives, network, wireless, temperature, sensors, battery],
] as const;

/** Where the machine's files are. */
export interface SystemOptions {
  /** The folder that holds its /proc, /sys and /etc; `/` when left out. Relative to the config's folder. */
  readonly root?: string;
}

/** Sources for this machine's readings. Where there is no /proc, those that node:os can measure go on. */
export default function system({ root = '/' }: SystemOptions = {}, { folder } = { folder: process.cwd() }): Plugin {
  const files = filesBelow(resolve(folder, root));
  return definePlugin({ name: 'system', apiVersion: 1, sources: SOURCES.map((source) => source(files)) });
}
