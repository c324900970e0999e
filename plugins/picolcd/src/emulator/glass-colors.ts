/** The glass at power-up contrast and full backlight, 0xRRGGBB (docs/protocol.md sections 3.1 and 9.5). */
export const PANEL = { ink: 0x1c2a6e, paper: 0xc8cdd2 } as const;

export interface GlassColors {
  readonly ink: number;
  readonly paper: number;
}

/** The contrast byte at power-up; from the strongest useful one to this one ink has full strength. */
export const DEFAULT_CONTRAST = 0xe5;
const STRONGEST_USEFUL = 0x99;
const WEAKEST = 0xff;

const perChannel = (change: (shift: number) => number): number =>
  [16, 8, 0].reduce((color, shift) => color | (Math.round(change(shift)) << shift), 0);
const channel = (color: number, shift: number): number => (color >> shift) & 0xff;
const mix = (from: number, to: number, share: number): number =>
  perChannel((shift) => channel(from, shift) + (channel(to, shift) - channel(from, shift)) * share);
const dim = (color: number, light: number): number => perChannel((shift) => channel(color, shift) * light);

/** Both colours under a light; `strength` is what is left of the ink, `shade` how much of it the paper takes on. */
const shaded = (light: number, strength: number, shade: number): GlassColors => ({
  ink: dim(mix(PANEL.paper, PANEL.ink, strength), 0.25 + 0.75 * light),
  paper: dim(mix(PANEL.paper, PANEL.ink, shade), 0.25 + 0.75 * light),
});

/** Ink and paper of the graphic panel for a backlight and a contrast byte (docs/protocol.md section 9.5). */
export function glassColors(backlight: number, contrast: number): GlassColors {
  const strength = 1 - (0.9 * Math.max(0, contrast - DEFAULT_CONTRAST)) / (WEAKEST - DEFAULT_CONTRAST);
  const shade = (0.8 * Math.max(0, STRONGEST_USEFUL - contrast)) / STRONGEST_USEFUL;
  return shaded(backlight / 0xff, strength, shade);
}

/** Ink and paper of a text panel for a light and a contrast from 0 to 1 (docs/protocol.md section 9.5). */
export const textColors = (light: number, contrast: number): GlassColors => shaded(light, 0.1 + 0.9 * contrast, 0);

/** A contrast byte as people set it: 1 is the strongest useful one, 0 the weakest (docs/protocol.md section 7.3). */
export const contrastLevel = (byte: number): number => Math.min(1, (WEAKEST - byte) / (WEAKEST - STRONGEST_USEFUL));
