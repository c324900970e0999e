export * from './emulate.ts';
export * from './hexdump.ts';
export type { OutCounters } from './out-endpoint.ts';
export * from './traced.ts';
