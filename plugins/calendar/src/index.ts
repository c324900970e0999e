import process from 'node:process';
import { definePlugin, type Plugin } from '@lcdflow/core';
import { calendar } from './calendar.ts';

/** The source `calendar`. Files that its options name are relative to the config's folder. */
export default function events(_: object = {}, { folder } = { folder: process.cwd() }): Plugin {
  return definePlugin({ name: 'events', apiVersion: 1, sources: [calendar(folder)] });
}
