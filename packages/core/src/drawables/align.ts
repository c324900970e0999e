/** Where something lies in more room than it needs. */
export type Align = 'left' | 'center' | 'right';
export type VerticalAlign = 'top' | 'middle' | 'bottom';

/** The part of the free room that lies before it. */
const BEFORE = { left: 0, center: 0.5, right: 1, top: 0, middle: 0.5, bottom: 1 } as const;

/** How many cells of free room lie before it; what is too long begins at the beginning. */
export const before = (room: number, align: Align | VerticalAlign): number =>
  Math.max(0, Math.floor(room * BEFORE[align]));
