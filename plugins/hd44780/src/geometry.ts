import type { Point, Size } from '@lcdflow/core';

/** Letters in a row of the glass that lie behind each other in the display memory of one controller. */
interface Stretch extends Point {
  readonly width: number;
  /** 0, or 1 where there are two. */
  readonly controller: number;
  /** Address in the display memory (DDRAM) of the first letter. */
  readonly address: number;
}

/** How a glass is wired to its controllers (docs/protocol.md section 2). */
export interface Geometry extends Size {
  readonly name: string;
  readonly controllers: 1 | 2;
  /** Lines that the controllers are set to; a glass of four rows has two, each of them cut in half. */
  readonly lines: 1 | 2;
  readonly stretches: readonly Stretch[];
}

type Rows = readonly (readonly number[])[];

/** `rows[y]` are the addresses of equal parts of a row. */
function geometry(name: string, rows: Rows, { lines = 2, controllers = 1 }: Partial<Geometry> = {}): Geometry {
  const [width, height] = name.split(/\D/).map(Number) as [number, number];
  const stretches = rows.flatMap((parts, y) => {
    const part = width / parts.length;
    const controller = Math.floor((y * controllers) / height);
    return parts.map((address, index) => ({ x: index * part, y, width: part, controller, address }));
  });
  return { name, width, height, lines, controllers, stretches };
}

/** By the name of the size. */
export const GEOMETRIES: Readonly<Record<string, Geometry>> = Object.fromEntries(
  [
    geometry('8x1', [[0x00]], { lines: 1 }),
    geometry('16x1', [[0x00, 0x40]]),
    geometry('16x1-whole', [[0x00]], { lines: 1 }),
    geometry('20x1', [[0x00]], { lines: 1 }),
    ...['8x2', '12x2', '16x2', '20x2', '24x2', '40x2'].map((name) => geometry(name, [[0x00], [0x40]])),
    geometry('16x4', [[0x00], [0x40], [0x10], [0x50]]),
    geometry('20x4', [[0x00], [0x40], [0x14], [0x54]]),
    ...['27x4', '40x4'].map((name) => geometry(name, [[0x00], [0x40], [0x00], [0x40]], { controllers: 2 })),
  ].map((entry) => [entry.name, entry]),
);

export const SIZES = Object.keys(GEOMETRIES);

/** Those that one controller drives. */
export const SINGLE = SIZES.filter((size) => GEOMETRIES[size]!.controllers === 1);

/** A part of some letters that needs the cursor to be set once. */
export interface Piece {
  readonly controller: number;
  readonly address: number;
  /** Which of the letters, from 0. */
  readonly from: number;
  readonly count: number;
}

/** So many letters from a point on, all in its row, piece by piece. */
export function piecesOf({ stretches }: Geometry, { x, y }: Point, count: number): readonly Piece[] {
  return stretches
    .filter((stretch) => stretch.y === y)
    .map((stretch) => ({
      ...stretch,
      begin: Math.max(x, stretch.x),
      end: Math.min(x + count, stretch.x + stretch.width),
    }))
    .filter(({ begin, end }) => end > begin)
    .map(({ controller, address, begin, end, x: start }) => ({
      controller,
      address: address + begin - start,
      from: begin - x,
      count: end - begin,
    }));
}

/** Behind the last letter of a line comes the first of the other (docs/protocol.md section 1.2). */
function addressAfter(address: number, lines: 1 | 2): number {
  if (lines === 1) return (address + 1) % 0x50;
  if (address === 0x27) return 0x40;
  return address === 0x67 ? 0x00 : address + 1;
}

/** Where the cursor stands after the letter at a point was shown; `undefined` when that is not on the glass. */
export function cursorAfter(geometry: Geometry, at: Point): Point | undefined {
  const [shown] = piecesOf(geometry, at, 1);
  if (!shown) return undefined;
  const address = addressAfter(shown.address, geometry.lines);
  const next = geometry.stretches.find(
    (stretch) =>
      stretch.controller === shown.controller &&
      address >= stretch.address &&
      address < stretch.address + stretch.width,
  );
  return next && { x: next.x + address - next.address, y: next.y };
}
