export * from './line-cutter.ts';
export * from './line-readings.ts';
export * from './text-options.ts';
export * from './text-readings.ts';
