import type { Drawable } from '@lcdflow/core';

/** The most pictures that are remembered, each with its file and as it is drawn. */
const MOST = 8;

/** Remembers how pictures that stand still are drawn, so that a page that comes back need not decode them again. */
export interface Stills {
  /** What was kept under a key, if the file is still the same. */
  find(key: string, bytes: Uint8Array): Drawable | undefined;
  keep(key: string, bytes: Uint8Array, drawable: Drawable): void;
}

/** Remembers nothing yet. */
export function stills(): Stills {
  const known = new Map<string, { readonly bytes: Uint8Array; readonly drawable: Drawable }>();
  return {
    find(key, bytes) {
      const still = known.get(key);
      return still !== undefined && Buffer.compare(still.bytes, bytes) === 0 ? still.drawable : undefined;
    },
    keep(key, bytes, drawable) {
      known.delete(key);
      known.set(key, { bytes, drawable });
      for (const oldest of known.keys()) if (known.size > MOST) known.delete(oldest);
    },
  };
}
