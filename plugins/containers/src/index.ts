import process from 'node:process';
import { definePlugin, type Plugin } from '@lcdflow/core';
import { containers } from './containers.ts';

/** The source `containers`. A socket that its options name is relative to the config's folder. */
export default function plugin(_: object = {}, { folder } = { folder: process.cwd() }): Plugin {
  return definePlugin({ name: 'containers', apiVersion: 1, sources: [containers(folder)] });
}
