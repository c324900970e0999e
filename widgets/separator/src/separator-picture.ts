import { type Align, type Drawable, fillInk, label, type Surface } from '@lcdflow/core';

/** How a separator is drawn. */
export interface SeparatorLook {
  readonly align: Align;
  readonly direction?: 'horizontal' | 'vertical';
  readonly style: LineStyle;
  readonly color: number;
  readonly titleColor: number;
}

type LineStyle = 'solid' | 'dashed' | 'dotted';

/** Pixels of ink, and from the beginning of one piece of it to the next. */
const PIECES: Readonly<Record<Exclude<LineStyle, 'solid'>, readonly [ink: number, step: number]>> = {
  dashed: [4, 6],
  dotted: [1, 2],
};
/** What lines across are made of, over and over from the left edge, and those that go down. */
const LETTERS: Readonly<Record<LineStyle, readonly [across: string, down: string]>> = {
  solid: ['─', '│'],
  dashed: ['─ ', '╎'],
  dotted: ['┈', '┊'],
};

/** A line through the middle of its place, and a title in it where there is room for its letters. */
export function separatorPicture(title: string, look: SeparatorLook): Drawable {
  return (surface) => {
    const { width, height } = surface;
    const across = look.direction === undefined ? width >= height : look.direction === 'horizontal';
    if (!across) down(surface, look);
    else if (title.trim() === '' || height < surface.letter.height) acrossFrom(surface, 0, width, look);
    else titled(surface, title.trim(), look);
  };
}

const middle = (length: number): number => Math.floor((length - 1) / 2);

function acrossFrom(surface: Surface, from: number, to: number, { style, color }: SeparatorLook): void {
  const y = middle(surface.height);
  if (surface.cell === 'character') surface.text({ x: from, y }, LETTERS[style][0].repeat(to).slice(from, to));
  else pieces(style, from, to, (x, width) => fillInk(surface, { x, y, width, height: 1 }, color));
}

function down(surface: Surface, { style, color }: SeparatorLook): void {
  const x = middle(surface.width);
  if (surface.cell === 'pixel')
    pieces(style, 0, surface.height, (y, height) => fillInk(surface, { x, y, width: 1, height }, color));
  else for (let y = 0; y < surface.height; y++) surface.text({ x, y }, LETTERS[style][1]);
}

/** Pieces begin at the same pixels wherever a line begins: so they do not move with the title. */
function pieces(style: LineStyle, from: number, to: number, draw: (from: number, length: number) => void): void {
  const [ink, step] = style === 'solid' ? [to, to] : PIECES[style];
  if (to <= from) return;
  for (let start = Math.floor(from / step) * step; start < to; start += step) {
    const [first, end] = [Math.max(from, start), Math.min(to, start + ink)];
    if (end > first) draw(first, end - first);
  }
}

/** A title keeps a letter of the line at its side, and half a letter free of it on both sides. */
function titled(surface: Surface, title: string, look: SeparatorLook): void {
  const { width, letter } = surface;
  const [lead, gap] = [letter.width, Math.ceil(letter.width / 2)];
  const length = Math.min(surface.measure(title).width, width - 2 * (lead + gap));
  if (length < letter.width) {
    acrossFrom(surface, 0, width, look);
    return;
  }
  const room = width - 2 * (lead + gap) - length;
  const before = { left: 0, center: Math.floor(room / 2), right: room }[look.align];
  const at = lead + gap + before;
  acrossFrom(surface, 0, at - gap, look);
  acrossFrom(surface, at + length + gap, width, look);
  const y = Math.max(0, middle(surface.height) - middle(letter.height));
  label(title, { color: look.titleColor })(surface.clip({ x: at, y, width: length, height: letter.height }));
}
