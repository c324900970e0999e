/** Common colours with the values of CSS Color 4, section 6.1. */
const COLORS: Readonly<Record<string, number>> = {
  black: 0x000000,
  white: 0xffffff,
  gray: 0x808080,
  grey: 0x808080,
  silver: 0xc0c0c0,
  red: 0xff0000,
  maroon: 0x800000,
  orange: 0xffa500,
  gold: 0xffd700,
  yellow: 0xffff00,
  olive: 0x808000,
  lime: 0x00ff00,
  green: 0x008000,
  teal: 0x008080,
  cyan: 0x00ffff,
  aqua: 0x00ffff,
  blue: 0x0000ff,
  navy: 0x000080,
  purple: 0x800080,
  violet: 0xee82ee,
  magenta: 0xff00ff,
  fuchsia: 0xff00ff,
  pink: 0xffc0cb,
  brown: 0xa52a2a,
};

/** Every colour that has a name. */
export const COLOR_NAMES: readonly string[] = Object.keys(COLORS);

/** 0xRRGGBB of a text such as `#ff8800`, `#f80` or `orange`; `undefined` when it is none. */
export function colorNamed(text: string): number | undefined {
  const [, digits] = /^#([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(text) ?? [];
  if (digits === undefined) return Object.hasOwn(COLORS, text) ? COLORS[text] : undefined;
  const six = digits.length === 6 ? digits : digits.replace(/./g, '$&$&');
  return Number.parseInt(six, 16);
}
