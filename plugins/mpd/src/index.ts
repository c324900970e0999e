import { definePlugin, type Plugin } from '@lcdflow/core';
import { mpd } from './mpd.ts';

/** The source `mpd`. */
export default function player(): Plugin {
  return definePlugin({ name: 'mpd', apiVersion: 1, sources: [mpd] });
}
