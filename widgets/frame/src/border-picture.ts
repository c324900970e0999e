import {
  type Align,
  type Drawable,
  fillInk,
  label,
  type Rect,
  type Room,
  type Surface,
  sidesWithin,
} from '@lcdflow/core';

/** What lines a border is made of. */
export type Border = 'single' | 'double' | 'rounded' | 'thick';

/** How a border is drawn; colours are 0xRRGGBB. */
export interface BorderLook {
  readonly border: Border;
  readonly align: Align;
  readonly color: number;
  readonly titleColor: number;
}

/** Clockwise from the upper left corner, and the lines across and down. */
const LETTERS: Readonly<Record<Border, string>> = {
  single: '┌┐┘└─│',
  double: '╔╗╝╚═║',
  rounded: '╭╮╯╰─│',
  thick: '┏┓┛┗━┃',
};
/** How many pixels a border is wide. */
const WIDTHS: Readonly<Record<Border, number>> = { single: 1, double: 3, rounded: 1, thick: 2 };

/** So far outside not even a round corner is seen. */
const OUTSIDE = 8;

/** What a border takes of its place at each side, with a pixel that stays free; a title is a line of text high. */
export function borderRoom(border: Border, isTitled: boolean): Room {
  const side = `${WIDTHS[border] + 1}px`;
  return { left: side, right: side, top: isTitled ? '1lines' : side, bottom: side };
}

/**
 * A border round its place, without the sides that give way to what is inside. A title, even an empty one, is half above
 * the upper line, which leaves it out.
 */
export function borderPicture(title: string | undefined, look: BorderLook): Drawable {
  return (surface) => {
    const lines = linesOf(surface, look.border, title !== undefined);
    const place = title === undefined || !lines.hasTop ? undefined : titlePlace(surface, title.trim(), look);
    for (const part of beside(surface, place)) {
      const box = part.clip(lines.box);
      if (surface.cell === 'character') ofLetters(box, LETTERS[look.border]);
      else ofPixels(box, look);
    }
    if (place) label(title!.trim(), { color: look.titleColor })(surface.clip(place.letters));
  };
}

/** Where the four lines lie: those that give way lie outside, where nothing is drawn. */
function linesOf({ width, height, letter, cell }: Surface, border: Border, isTitled: boolean) {
  const side = cell === 'character' ? 1 : WIDTHS[border] + 1;
  const outside = cell === 'character' ? 1 : OUTSIDE;
  const [left, right] = sidesWithin(width, side, side);
  const [top, bottom] = sidesWithin(height, isTitled ? letter.height : side, side);
  const line = isTitled ? Math.max(0, Math.floor((letter.height - 1) / 2) - Math.floor(WIDTHS[border] / 2)) : 0;
  const x = left > 0 ? 0 : -outside;
  const y = top > 0 ? line : -outside;
  const box: Rect = {
    ...{ x, y },
    width: width - x + (right > 0 ? 0 : outside),
    height: height - y + (bottom > 0 ? 0 : outside),
  };
  return { box, hasTop: top > 0 };
}

function ofLetters(surface: Surface, letters: string): void {
  const [topLeft, topRight, bottomRight, bottomLeft, across, down] = letters;
  const [right, bottom] = [surface.width - 1, surface.height - 1];
  const line = across!.repeat(Math.max(0, right - 1));
  for (let y = 1; y < bottom; y++) for (const x of [0, right]) surface.text({ x, y }, down!);
  if (bottom > 0) surface.text({ x: 0, y: bottom }, right > 0 ? bottomLeft + line + bottomRight : down!);
  if (bottom > 0) surface.text({ x: 0, y: 0 }, right > 0 ? topLeft + line + topRight : down!);
  else surface.text({ x: 0, y: 0 }, across!.repeat(surface.width));
}

function ofPixels(surface: Surface, { border, color }: BorderLook): void {
  if (border === 'rounded') rounded(surface, color);
  else rectangle(surface, 0, border === 'thick' ? 2 : 1, 0, color);
  if (border === 'double') rectangle(surface, 2, 1, 0, color);
}

/** So many pixels inside its place; `cut` pixels are left out at each end of its lines. */
function rectangle(surface: Surface, inset: number, thickness: number, cut: number, color: number): void {
  const [width, height] = [surface.width - 2 * inset, surface.height - 2 * inset];
  if (width <= 0 || height <= 0) return;
  const inside = surface.clip({ x: inset, y: inset, width, height });
  for (const y of [0, height - thickness])
    fillInk(inside, { x: cut, y, width: width - 2 * cut, height: thickness }, color);
  for (const x of [0, width - thickness])
    fillInk(inside, { x, y: cut, width: thickness, height: height - 2 * cut }, color);
}

/** The pixels between the end of the upper line and that of the left one, from the corner, by how round it is. */
const CORNERS: readonly (readonly [least: number, cut: number, pixels: readonly (readonly [number, number])[]])[] = [
  [
    24,
    4,
    [
      [2, 1],
      [3, 1],
      [1, 2],
      [1, 3],
    ],
  ],
  [6, 2, [[1, 1]]],
  [0, 0, []],
];

function rounded(surface: Surface, color: number): void {
  const { width, height } = surface;
  const [, cut, pixels] = CORNERS.find(([least]) => Math.min(width, height) >= least)!;
  rectangle(surface, 0, 1, cut, color);
  for (const [x, y] of pixels)
    for (const left of [x, width - 1 - x])
      for (const top of [y, height - 1 - y]) fillInk(surface, { x: left, y: top, width: 1, height: 1 }, color);
}

/** Where a title lies in the upper line, which is left out from `start` to `end`. */
interface TitlePlace {
  readonly start: number;
  readonly end: number;
  /** What the letters have. */
  readonly letters: Rect;
}

/**
 * A title keeps off the corner by a letter, and half a letter off the line. Both give way to it as far as the corner is
 * still seen; only then it is cut off. `undefined` where not even one letter has room.
 */
function titlePlace(surface: Surface, title: string, { border, align }: BorderLook): TitlePlace | undefined {
  const { width, letter, cell } = surface;
  const isLetters = cell === 'character';
  const corner = isLetters ? 1 : WIDTHS[border] + 1;
  const most = isLetters ? corner + 1 : letter.width + 2 * Math.ceil(letter.width / 2);
  const length = surface.measure(title).width;
  const beside = Math.max(corner, Math.min(most, Math.floor((width - length) / 2)));
  const shown = Math.min(length, width - 2 * beside);
  if (shown < letter.width) return undefined;
  const gap = Math.min(Math.ceil(letter.width / 2), beside - corner);
  const free = width - 2 * beside - shown;
  const x = beside + { left: 0, center: Math.floor(free / 2), right: free }[align];
  return { start: x - gap, end: x + shown + gap, letters: { x, y: 0, width: shown, height: letter.height } };
}

/** The whole surface, but only what lies beside a place at its top can be painted: what is below a title stays. */
function beside(surface: Surface, hole: TitlePlace | undefined): readonly Surface[] {
  const { width, height } = surface;
  if (hole === undefined) return [surface];
  const { start, end, letters } = hole;
  const parts = [
    { x: 0, y: 0, width: start, height },
    { x: end, y: 0, width: width - end, height },
    { x: start, y: letters.height, width: end - start, height: height - letters.height },
  ];
  return parts.map((part) => surface.clip(part).clip({ x: -part.x, y: -part.y, width, height }));
}
