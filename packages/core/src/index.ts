export * from './color.ts';
export * from './define.ts';
export * from './duration.ts';
export * from './errors.ts';
export * from './frame.ts';
export type * from './options.ts';
export type * from './program.ts';
export type * from './types.ts';
