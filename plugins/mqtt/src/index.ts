import process from 'node:process';
import { definePlugin, type Plugin } from '@lcdflow/core';
import { mqtt } from './mqtt.ts';

/** The source `mqtt`. Files that its options name are relative to the config's folder. */
export default function broker(_: object = {}, { folder } = { folder: process.cwd() }): Plugin {
  return definePlugin({ name: 'mqtt', apiVersion: 1, sources: [mqtt(folder)] });
}
