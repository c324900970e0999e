import { definePlugin, type Plugin } from '@lcdflow/core';
import { ping } from './ping.ts';

/** The source `ping`. */
export default function reach(): Plugin {
  return definePlugin({ name: 'ping', apiVersion: 1, sources: [ping()] });
}
