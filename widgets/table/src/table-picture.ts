import { bar, type Drawable, label, type Surface } from '@lcdflow/core';
import type { Column } from './columns.ts';
import { cut } from './cut.ts';
import type { Sheet } from './sheet.ts';
import type { Shown, ShownRow } from './view.ts';

/** What all pictures of a table have in common. */
export interface Look {
  readonly columns: readonly Column[];
  readonly sheet: Sheet;
  readonly font: string | undefined;
  /** 0xRRGGBB of titles and of what stands there without rows. */
  readonly color: number;
  /** 0xRRGGBB behind every second row; nothing when left out. */
  readonly zebra: number | undefined;
}

/** A table, or a text where it has no rows. */
export function tablePicture(rows: readonly ShownRow[] | string, look: Look): Drawable {
  const { sheet, color, font } = look;
  const { header, letter } = sheet;
  return (surface) => {
    const { width, height } = surface;
    if (header > 0) paintHeader(surface.clip({ x: 0, y: 0, width, height: header }), look);
    const body = surface.clip({ x: 0, y: header, width, height: height - header });
    if (typeof rows === 'string') label(rows, { color, font })(body);
    else
      for (const [line, row] of rows.entries())
        paintRow(body.clip({ x: 0, y: line * letter.height, width, height: letter.height }), row, look);
  };
}

/** Titles stand above their columns as what is in these does; a line below them where there are pixels. */
function paintHeader(surface: Surface, { columns, sheet, color, font }: Look): void {
  for (const [index, column] of columns.entries()) {
    const { x, width } = sheet.columns[index]!;
    const title = cut(column.title ?? '', width, sheet);
    label(title, { align: alignOf(column, index), color, font })(
      surface.clip({ x, y: 0, width, height: surface.height }),
    );
  }
  if (surface.cell === 'pixel') surface.fill({ x: 0, y: sheet.letter.height, width: surface.width, height: 1 }, color);
}

function paintRow(surface: Surface, { cells, second }: ShownRow, look: Look): void {
  const { columns, sheet, font, zebra } = look;
  const { height } = surface;
  if (second && zebra !== undefined && surface.cell === 'pixel') paintGround(surface, look, zebra);
  for (const [index, cell] of cells.entries()) {
    const area = surface.clip({ ...sheet.columns[index]!, y: 0, height });
    paintCell(area, cell, alignOf(columns[index]!, index), font);
  }
}

/** Behind letters a mono panel has no pattern of dots, so the ground is that of blanks. */
function paintGround(surface: Surface, { sheet, font, color }: Look, background: number): void {
  const blanks = ' '.repeat(Math.ceil(surface.width / sheet.letter.width));
  surface.text({ x: 0, y: 0 }, blanks, { color, background, ...(font !== undefined && { font }) });
}

function paintCell(
  surface: Surface,
  { text, color, bar: fraction }: Shown,
  align: 'left' | 'center' | 'right',
  font: string | undefined,
): void {
  if (fraction === undefined) label(text, { align, color, font })(surface);
  else bar({ fraction: fraction ?? undefined, color })(surface);
}

const alignOf = ({ align, bar }: Column, index: number): 'left' | 'center' | 'right' =>
  align ?? (index === 0 || bar ? 'left' : 'right');
