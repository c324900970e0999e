import {
  type Align,
  before,
  bigText,
  bigTextSize,
  type Drawable,
  fittingFont,
  fontFor,
  fontNamed,
  label,
  type Surface,
  type VerticalAlign,
} from '@lcdflow/core';

/** A number and what stands round it. */
export interface NumberView {
  readonly digits: string;
  /** The longest that the digits may be: letters are no larger than it lets them, so that they keep their size. */
  readonly longest: string;
  readonly unit: string;
  readonly name: string;
  /** 0xRRGGBB of digits and unit. */
  readonly color: number;
  /** 0xRRGGBB */
  readonly nameColor: number;
  readonly align: Align;
  readonly vertical: VerticalAlign;
}

/** A number in the largest digits that its place has room for, with name and unit in small letters. */
export function numberPicture(view: NumberView): Drawable {
  return (surface) => {
    const { letter, width, height } = surface;
    const above = surface.clip({ x: 0, y: letter.height, width, height: height - letter.height });
    const beside = view.name === '' ? 0 : surface.measure(`${view.name} `).width;
    const behind = surface.clip({ x: beside, y: 0, width: width - beside, height });
    const shown = { ...view, unit: unitThatFits(view, surface) };
    const hasRoom = surface.measure(view.longest + shown.unit).width + gapOf(surface) <= behind.width;
    const isBelow =
      height >= 3 * letter.height && (!hasRoom || digitsHeight(shown, above) >= digitsHeight(shown, behind));
    if (view.name !== '' && isBelow) paintBelowName(surface, shown, digitsHeight(shown, above));
    else if (view.name === '' || !hasRoom) paintValue(surface, shown);
    else surface.text({ x: 0, y: paintValue(behind, shown) }, view.name, { color: view.nameColor });
  };
}

/** The name right above the digits, so that it is seen whose they are. */
function paintBelowName(surface: Surface, view: NumberView, digitsHeight: number): void {
  const { letter, width } = surface;
  const height = Math.min(surface.height, letter.height + digitsHeight);
  const both = surface.clip({ x: 0, y: before(surface.height - height, view.vertical), width, height });
  label(view.name, { align: view.align, color: view.nameColor })(both);
  paintValue(both.clip({ x: 0, y: letter.height, width, height: height - letter.height }), view);
}

/** Room between digits and unit. */
const gapOf = ({ cell, letter }: Surface): number => (cell === 'character' ? 1 : Math.ceil(letter.width / 2));

/** Digits come first: a unit that would cut them is left out. */
const unitThatFits = ({ longest, unit }: NumberView, surface: Surface): string =>
  surface.measure(longest + unit).width + gapOf(surface) <= surface.width ? unit : '';

/** The part of a place that digits may have. */
function roomOf({ unit }: NumberView, surface: Surface): Surface {
  const beside = unit === '' ? 0 : surface.measure(unit).width + gapOf(surface);
  return surface.clip({ x: 0, y: 0, width: surface.width - beside, height: surface.height });
}

const digitsHeight = (view: NumberView, surface: Surface): number =>
  bigTextSize(view.longest, roomOf(view, surface)).height;

/** Returns where small letters begin that stand on the same line. */
function paintValue(surface: Surface, view: NumberView): number {
  const { digits, longest, unit, color, align, vertical } = view;
  const room = roomOf(view, surface);
  const font = surface.cell === 'pixel' ? fittingFont(longest, room) : undefined;
  const size = font === undefined ? bigTextSize(digits, room, longest) : surface.measure(digits, { font });
  const x = before(room.width - size.width, align);
  const y = before(surface.height - size.height, vertical);
  const area = room.clip({ x: 0, y, width: room.width, height: surface.height - y });
  if (font === undefined) bigText(digits, { rows: size.height, align, longest })(area);
  else label(digits, { font, color, align })(area);
  const line = y + (font === undefined ? size.height - 1 : ascentOf(font) - ascentOf(ownFont(surface)));
  surface.text({ x: x + size.width + gapOf(surface), y: line }, unit, { color });
  return line;
}

const ascentOf = (font: string): number => fontNamed(font)?.ascent ?? 0;
const ownFont = ({ letter }: Surface): string => fontFor(letter.height, letter.width);
