import type { Dialect } from './dialect.ts';
import { DIALECT_20X2 } from './dialect-20x2.ts';
import { DIALECT_20X4 } from './dialect-20x4.ts';
import { DIALECT_256X64 } from './dialect-256x64.ts';

/** Every model by its name. */
export const DIALECTS = {
  '256x64': DIALECT_256X64,
  '20x2': DIALECT_20X2,
  '20x4': DIALECT_20X4,
} as const satisfies Readonly<Record<string, Dialect>>;
