import process from 'node:process';
import { definePlugin, type Plugin } from '@lcdflow/core';
import { exec } from './exec.ts';

/** The source `exec`: what commands print. They run in the config's folder. */
export default function commands(_: object = {}, { folder } = { folder: process.cwd() }): Plugin {
  return definePlugin({ name: 'exec', apiVersion: 1, sources: [exec(folder)] });
}
