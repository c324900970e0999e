import { type Length, lengthOf } from '@lcdflow/core';

/** The size of a node that names none: an equal share of the rest. */
export const WHOLE_SHARE: Length = { value: 1, unit: 'fr' };

/** A length from 0 up that is no share of the rest: `0px`, `1lines`, `5%`; `undefined` when it is none. */
export function distanceOf(text: string): Length | undefined {
  const [, unit] = /^0(ch|lines|px|%)$/.exec(text) ?? [];
  if (unit !== undefined) return { value: 0, unit: unit as Length['unit'] };
  const length = lengthOf(text);
  return length?.unit === 'fr' ? undefined : length;
}
