import { resolve } from 'node:path';
import process from 'node:process';
import { definePlugin, type Plugin } from '@lcdflow/core';
import { cpu } from './cpu.ts';
import { disk } from './disk.ts';
import { diskio } from './diskio.ts';
import { filesBelow } from './files.ts';
import { host } from './host.ts';
import { load } from './load.ts';
import { memory } from './memory.ts';
import { network } from './network.ts';
import { os } from './os.ts';
import { processes } from './processes.ts';
import { swap } from './swap.ts';
import { temperature } from './temperature.ts';
import { uptime } from './uptime.ts';

const SOURCES = [cpu, memory, swap, load, uptime, host, os, processes, disk, diskio, network, temperature] as const;

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
