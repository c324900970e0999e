export * from './behaviours/index.ts';
export * from './emulate.ts';
export * from './hexdump.ts';
export type { OutCounters } from './out-endpoint.ts';
export { Stalled } from './stalled.ts';
export * from './traced.ts';
export * from './usbip/index.ts';
