export * from './line-cutter.ts';
export * from './line-readings.ts';
export { plainText } from './plain-text.ts';
export * from './text-options.ts';
export * from './text-readings.ts';
