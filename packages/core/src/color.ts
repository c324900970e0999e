/** No light: paper on a mono panel. */
export const BLACK = 0x00_00_00;
/** All light: ink on a mono panel. */
export const WHITE = 0xff_ff_ff;

/** How bright a colour looks, 0 to 255 (ITU-R BT.601 weights). */
export const luminance = (color: number): number => thousandths(color) / 1000;

const thousandths = (color: number): number =>
  ((color >> 16) & 0xff) * 299 + ((color >> 8) & 0xff) * 587 + (color & 0xff) * 114;

/** Whether a mono panel shows this colour as ink. */
export const isInk = (color: number): boolean => thousandths(color) >= 128_000;
