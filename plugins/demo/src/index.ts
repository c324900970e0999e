import { definePlugin } from '@lcdflow/core';
import { counter } from './counter.ts';
import { random } from './random.ts';
import { wave } from './wave.ts';

/** Sources to try things with: what they give follows from the time alone. */
export default definePlugin({ name: 'demo', apiVersion: 1, sources: [counter, wave, random] });
