import { FONT_NAMES, fittingFont, fontSizes, type Place, textFits } from '@lcdflow/core';
import { wrapped } from './wrapped.ts';

/** A text with its lines broken, and the font it is drawn in. */
export interface Arranged {
  readonly lines: string;
  /** The display's own font when left out. */
  readonly font?: string | undefined;
}

type Overflow = 'clip' | 'marquee' | 'pingpong' | 'wrap' | 'shrink';

/** How a text is laid out in a place, before anything moves. `font` is a name, `fit`, or the display's own. */
export function arranged(text: string, overflow: Overflow, place: Place, font: string | undefined): Arranged {
  if (place.cell === 'character') return { lines: overflow === 'wrap' ? wrappedIn(place, text, undefined) : text };
  if (overflow === 'wrap') return wrappedOnPixels(text, place, font);
  if (font === 'fit') return { lines: text, font: fittingFont(text, place) };
  return {
    lines: text,
    font: overflow === 'shrink' && !isSeenWhole(text, place, font) ? smallerFont(text, place, font) : font,
  };
}

function isSeenWhole(text: string, place: Place, font: string | undefined): boolean {
  const { height } = place.measure(' ', font === undefined ? {} : { font });
  return textFits(text, place, font) && text.split('\n').length * height <= place.height;
}

/** Lines of a text for one font. */
function wrappedIn({ width, measure }: Place, text: string, font: string | undefined): string {
  const style = font === undefined ? {} : { font };
  return wrapped(text, width, (part) => measure(part, style).width);
}

function wrappedOnPixels(text: string, place: Place, font: string | undefined): Arranged {
  const tried = font === 'fit' ? FONT_NAMES.toReversed() : [font];
  const all = tried.map((name) => () => ({ lines: wrappedIn(place, text, name), font: name }));
  const fits = all.find((arrange) => isWhole(arrange(), text, place)) ?? all.at(-1)!;
  return fits();
}

/** Whether all lines have room and no word was broken. */
function isWhole({ lines, font }: Arranged, text: string, { height, measure }: Place): boolean {
  const style = font === undefined ? {} : { font };
  const rows = lines.split('\n').length;
  return rows * measure(' ', style).height <= height && wordsIn(lines) === wordsIn(text);
}

const wordsIn = (text: string): number => text.match(/\S+/g)?.length ?? 0;

/** The largest font that is no higher than the asked one and in which all lines fit; the smallest when none does. */
function smallerFont(text: string, place: Place, font: string | undefined): string {
  const heightOf = (name: string): number => fontSizes.get(name)!.height;
  const asked = place.measure(' ', font === undefined ? {} : { font }).height;
  const most = Math.min(asked, Math.floor(place.height / text.split('\n').length));
  const names = FONT_NAMES.filter((name) => heightOf(name) <= most).toReversed();
  return names.find((name) => textFits(text, place, name)) ?? FONT_NAMES[0]!;
}
