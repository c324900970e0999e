import {
  blankFrame,
  type DisplayPlan,
  type Drawable,
  defineSource,
  defineWidget,
  type Expressions,
  type Frame,
  type Page,
  type PageNode,
  type Program,
  surfaceOf,
  WHITE,
  type Widget,
} from '@lcdflow/core';
import { map, type Observable, of } from 'rxjs';
import { seededRandom } from '../../packages/testkit/src/conformance/random.ts';

export const SIZE = { width: 256, height: 64 };
/** How many pages the keys turn. */
export const PAGES = 3;
/** The page of the farewell. */
const BYE = PAGES;
const HALVES = [0, 1] as const;

/** Boxes and a word, others for each page, half and value. */
function shapes(page: number, half: number, value: number): Drawable {
  return (surface) => {
    const random = seededRandom(value * 100 + page * 10 + half);
    for (let box = 0; box < 6; box++) {
      const area = { x: random(256) - 10, y: random(32) - 5, width: random(90), height: random(20) };
      surface.fill(area, random(3) === 0 ? 0 : WHITE);
    }
    surface.text({ x: random(200), y: random(20) }, `${page}.${half}: ${value}`, { inverted: random(2) === 0 });
  };
}

/** What the glass is to show, painted without pages, widgets and streams. */
function painted(page: number, value: number): Frame {
  const frame = blankFrame(SIZE);
  const surface = surfaceOf(frame, 'pixel');
  for (const half of HALVES) shapes(page, half, value)(surface.clip({ x: 0, y: 32 * half, width: 256, height: 32 }));
  return frame;
}

export const pagePicture = (page: number, value: number): Frame => painted(page, value);
export const byePicture = (): Frame => painted(BYE, 0);
export const blankPicture = (): Frame => blankFrame(SIZE);

const FR = { value: 1, unit: 'fr' } as const;
const NONE = { type: 'object', properties: {}, additionalProperties: false } as const;
/** Nobody uses one. */
const expressions = {} as Expressions;

type Render = Widget<typeof NONE>['render'];

function pageOf(page: number, render: (half: number) => Render): Page {
  const children = HALVES.map((half): PageNode => {
    const widget = defineWidget({ name: 'shapes', meaning: 'Boxes', options: NONE, render: render(half) });
    return { kind: 'widget', size: FR, widget: widget as Widget, options: {}, path: ['pages', page, half] };
  });
  return { name: `page${page}`, root: { kind: 'column', size: FR, children, path: ['pages', page] } };
}

/** The page of the farewell: it does not change. */
export const byePage: Page = pageOf(BYE, (half) => () => of(shapes(BYE, half, 0)));

const valuePage = (page: number): Page =>
  pageOf(
    page,
    (half) =>
      (_, { source }) =>
        source('level').pipe(map(({ value }) => shapes(page, half, Number(value)))),
  );

/** A program of three pages that show a value; up and down turn them. */
export function programOf(values: Observable<number>, display: (pages: readonly Page[]) => DisplayPlan): Program {
  const source = defineSource({
    name: 'level',
    meaning: 'A value',
    options: NONE,
    describe: { value: { unit: '', meaning: 'A whole number' } },
    read: () => values.pipe(map((value) => ({ value }))),
  });
  return {
    displays: [display(Array.from({ length: PAGES }, (_, page) => valuePage(page)))],
    sources: [{ name: 'level', source, options: {} }],
    keys: [
      { display: 'front', key: 'up', action: 'page.previous' },
      { display: 'front', key: 'down', action: 'page.next' },
    ],
    expressions,
  };
}

/** Where a glass and a picture differ: the first place, and how many there are; `undefined` when they are equal. */
export function difference(glass: Frame, picture: Frame): string | undefined {
  let count = 0;
  let first = '';
  for (const [index, cell] of picture.cells.entries()) {
    if (isInk(glass.cells[index]!) === (cell !== 0)) continue;
    if (count++ === 0) first = `${index % picture.width}, ${Math.floor(index / picture.width)}`;
  }
  return count === 0 ? undefined : `${count} pixels differ, the first at ${first}`;
}

/** Ink is dark blue, paper is grey, whatever the backlight (docs/protocol.md section 9.5). */
const isInk = (color: number): boolean => (color & 0xff) > 2 * (color >> 16);
