import process from 'node:process';
import { definePlugin, type Plugin } from '@lcdflow/core';
import { fifo } from './fifo.ts';
import { file } from './file.ts';
import { log } from './log.ts';

/** The sources `file`, `fifo` and `log`. Paths are relative to the config's folder. */
export default function files(_: object = {}, { folder } = { folder: process.cwd() }): Plugin {
  return definePlugin({ name: 'files', apiVersion: 1, sources: [file(folder), fifo(folder), log(folder)] });
}
