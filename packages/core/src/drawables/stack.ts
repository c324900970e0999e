import type { Drawable } from '../types.ts';

/** Several pictures in the same place, later ones on top. */
export const stack =
  (...drawables: readonly Drawable[]): Drawable =>
  (surface) => {
    for (const drawable of drawables) drawable(surface);
  };
