/** The glass with full light behind it, 0xRRGGBB: dark letters on yellow-green. */
const INK = 0x1a2408;
const PAPER = 0xb4d237;
/** What is left of the paper without any light behind it. */
const DARKEST = 0.35;

const mixed = (from: number, to: number, share: number): number =>
  [16, 8, 0].reduce((color, shift) => {
    const [start, end] = [(from >> shift) & 0xff, (to >> shift) & 0xff];
    return color | (Math.round(start + (end - start) * share) << shift);
  }, 0);

/** Ink and paper for a backlight and a contrast from 0 to 1. */
export function glassColors(backlight: number, contrast: number): { readonly ink: number; readonly paper: number } {
  const paper = mixed(0, PAPER, DARKEST + (1 - DARKEST) * backlight);
  // Never quite the same, so that a picture can always be read.
  return { ink: mixed(paper, mixed(0, INK, backlight), 0.1 + 0.9 * contrast), paper };
}
