import { type Drawable, type GraphOptions, graph, label, type Place } from '@lcdflow/core';

/** Letters of a label, and those a graph needs beside it at least. */
const LETTERS = 5;
const LEAST = 8;

/** How many cells at the right are for labels: 0 where there is no room for them. */
export function gutterOf({ width, height, letter }: Pick<Place, 'width' | 'height' | 'letter'>): number {
  const isRoom = width >= (LETTERS + LEAST) * letter.width && height >= letter.height;
  return isRoom ? LETTERS * letter.width : 0;
}

/** A graph with the values of its upper edge, now, and of its lower edge at the right, as many as there are lines for. */
export function labelled(options: GraphOptions, texts: readonly string[], gutter: number): Drawable {
  const picture = graph(options);
  const [upper = '', now = '', lower = ''] = texts;
  return (surface) => {
    const { width, height, letter } = surface;
    picture(surface.clip({ x: 0, y: 0, width: width - gutter, height }));
    if (gutter === 0) return;
    const place = surface.clip({ x: width - gutter, y: 0, width: gutter, height });
    const lines = Math.floor(height / letter.height);
    if (lines !== 2) label(now, { align: 'right', vertical: 'middle' })(place);
    if (lines < 2) return;
    label(upper, { align: 'right' })(place);
    label(lower, { align: 'right', vertical: 'bottom' })(place);
  };
}
