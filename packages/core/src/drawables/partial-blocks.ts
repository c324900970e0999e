const FULL_BLOCK = 0x2588;
const EIGHTHS = 8;

/** A letter filled from below by so many eighths, 1 to 8: U+2581 to U+2588. */
export const lowerBlock = (eighths: number): string => String.fromCodePoint(FULL_BLOCK - EIGHTHS + eighths);

/** A letter filled from the left by so many eighths, 1 to 8: U+258F down to U+2588. */
export const leftBlock = (eighths: number): string => String.fromCodePoint(FULL_BLOCK + EIGHTHS - eighths);

/** How many eighths of the letter at `index` a row of letters has filled that is filled by `total` eighths. */
export const eighthsAt = (index: number, total: number): number =>
  Math.min(EIGHTHS, Math.max(0, total - index * EIGHTHS));

/** By the corners that are filled: 1 the upper left, 2 the upper right, 4 the lower left, 8 the lower right one. */
const QUADRANTS = ' ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█';

/** A letter of which these corners are filled: upper left, upper right, lower left, lower right. */
export const quadrants = (corners: readonly boolean[]): string =>
  QUADRANTS[corners.reduce((sum, isFilled, index) => sum + (isFilled ? 1 << index : 0), 0)]!;
