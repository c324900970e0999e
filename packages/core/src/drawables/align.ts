import type { OptionSchema } from '../options.ts';

/** Where something lies in more room than it needs. */
export type Align = 'left' | 'center' | 'right';
export type VerticalAlign = 'top' | 'middle' | 'bottom';

/** The part of the free room that lies before it. */
const BEFORE = { left: 0, center: 0.5, right: 1, top: 0, middle: 0.5, bottom: 1 } as const;

/** The options `align` and `vertical` of widgets that may be smaller than their place. */
export const alignOptions = {
  align: {
    type: 'string',
    enum: ['left', 'center', 'right'],
    default: 'left',
    description: 'Where it stands between the left and the right edge of the place.',
  },
  vertical: {
    type: 'string',
    enum: ['top', 'middle', 'bottom'],
    default: 'middle',
    description: 'Where it stands between the upper and the lower edge of the place.',
  },
} as const satisfies Readonly<Record<string, OptionSchema>>;

/** How many cells of free room lie before it; what is too long begins at the beginning. */
export const before = (room: number, align: Align | VerticalAlign): number =>
  Math.max(0, Math.floor(room * BEFORE[align]));
