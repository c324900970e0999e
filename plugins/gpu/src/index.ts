import { resolve } from 'node:path';
import process from 'node:process';
import { definePlugin, type Plugin } from '@lcdflow/core';
import { gpu } from './gpu.ts';

/** Where the machine's files are. */
export interface GpuOptions {
  /** The folder that holds its /proc and /sys; `/` when left out. Relative to the config's folder. */
  readonly root?: string;
}

/** The graphics cards of this machine. */
export default function graphics({ root = '/' }: GpuOptions = {}, { folder } = { folder: process.cwd() }): Plugin {
  return definePlugin({ name: 'gpu', apiVersion: 1, sources: [gpu(resolve(folder, root))] });
}
