import { definePlugin } from '@lcdflow/core';
import { pngDriver } from './driver.ts';

export { encodePng } from './encode-png.ts';
export type { LookOptions } from './lcd-look.ts';

/** The driver `png`. */
export default definePlugin({ name: 'png', apiVersion: 1, drivers: [pngDriver] });
