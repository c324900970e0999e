import { type Drawable, fittingFont, label, type Size, type Surface, type TextStyle } from '@lcdflow/core';
import type { Dayjs } from 'dayjs';
import type { Language } from './language.ts';
import { type Week, weeksFrom, weeksOfMonth } from './weeks.ts';

/** How a sheet of days is drawn. */
export interface Sheet {
  readonly today: Dayjs;
  readonly language: Language;
  /** 0 for Sunday to 6. */
  readonly first: number;
  readonly font: string | undefined;
  /** 0xRRGGBB. */
  readonly color: number;
}

/** Seven days of two letters with one between them. */
const COLUMNS = 20;
/** A title, the names of the days, six weeks. */
const ROWS = 8;
const WHOLE = Array.from({ length: ROWS }, () => ' '.repeat(COLUMNS)).join('\n');

/**
 * The month with today inverted; where that has no room, the names of the days over the weeks from this one on; where
 * seven days have no room, the day alone.
 */
export function sheet({ today, language, first, font, color }: Sheet): Drawable {
  return (surface) => {
    const wanted = font === 'fit' ? fittingFont(WHOLE, surface) : font;
    const style: TextStyle = { color, ...(wanted === undefined ? {} : { font: wanted }) };
    const letter = surface.measure(' ', style);
    const rows = Math.floor(surface.height / letter.height);
    const pitch = Math.floor((surface.width - 2 * letter.width) / 6);
    if (rows < 1 || pitch < 3 * letter.width) return label(String(today.date()), { font: 'fit', color })(surface);
    const names = language.days.map((_, day) => language.days[(day + first) % 7]!);
    const month = weeksOfMonth(today, first);
    const isMonth = rows > month.length;
    const weeks = isMonth ? month : weeksFrom(today, first, Math.max(1, rows - 1));
    const hasTitle = isMonth && rows > month.length + 1;
    const line = lineOf(surface, letter, Number(hasTitle) + Number(rows > 1) + weeks.length);
    const above = Math.floor((line - letter.height) / 2);
    const at = (row: number, column: number) => ({ x: column * pitch, y: above + row * line });
    if (hasTitle) surface.text(at(0, 0), language.title(today.valueOf() + today.utcOffset() * 60_000), style);
    const top = hasTitle ? 1 : 0;
    if (rows > 1) for (const [day, name] of names.entries()) surface.text(at(top, day), name, style);
    const below = rows > 1 ? top + 1 : top;
    for (const [row, week] of weeks.entries()) {
      paintWeek(surface, week, today, (day) => at(below + row, day), style);
    }
  };
}

/**
 * From one row to the next: rows share what room is left, up to half a line each, half of it above and half below, so that
 * they touch neither each other nor the edges.
 */
function lineOf({ cell, height }: Surface, letter: Size, rows: number): number {
  if (cell === 'character' || rows < 2) return letter.height;
  return Math.min(Math.floor(height / rows), Math.floor(1.5 * letter.height));
}

function paintWeek(
  surface: Surface,
  week: Week,
  today: Dayjs,
  at: (day: number) => { readonly x: number; readonly y: number },
  style: TextStyle,
): void {
  for (const [day, date] of week.entries()) {
    if (!date) continue;
    surface.text(at(day), String(date.date()).padStart(2), { ...style, inverted: date.isSame(today, 'day') });
  }
}
