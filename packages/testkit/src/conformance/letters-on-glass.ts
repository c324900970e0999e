import { blankFrame, DOTS, dotMatrix, type Frame, letterDots, type Model } from '@lcdflow/core';

const FIRST_LETTER = 0x20;
const LAST_LETTER = 0x7e;
const NO_LETTER = 0xfffd;

/** Whether a glass shows the dots of letters, as core's `dotMatrix` draws them. */
export function showsDots(glass: Frame, model: Pick<Model, 'width' | 'height' | 'cell'>): boolean {
  const { width, height } = dotMatrix(model, () => [], { ink: 1, paper: 0 });
  return model.cell === 'character' && glass.width === width && glass.height === height;
}

/** Reads a glass of dots. */
export interface LetterReader {
  /** The letters on a glass; U+FFFD where the dots are none of ASCII nor of a frame that was to be read. */
  read(glass: Frame): Frame;
  /** The letters of a frame, each as the first one that has the same dots. */
  asRead(frame: Frame): Frame;
}

/** Reads a glass for a panel of so many letters. */
export function letterReader({ width, height }: Pick<Model, 'width' | 'height'>): LetterReader {
  const letters = new Map<string, number>();
  const letterFor = (cell: number): number => {
    const key = letterDots(cell).join();
    const letter = letters.get(key) ?? cell;
    letters.set(key, letter);
    return letter;
  };
  for (let letter = FIRST_LETTER; letter <= LAST_LETTER; letter++) letterFor(letter);
  return {
    asRead: (frame) => ({ ...frame, cells: frame.cells.map(letterFor) }),
    read: (glass) => {
      const frame = blankFrame({ width, height });
      return { ...frame, cells: frame.cells.map((_, index) => letters.get(dotsOn(glass, index, width)) ?? NO_LETTER) };
    },
  };
}

/** The rows of dots of one letter. Between letters there is paper, and what looks otherwise is ink. */
function dotsOn(glass: Frame, index: number, width: number): string {
  const paper = glass.cells[DOTS.width];
  const [left, top] = [(index % width) * (DOTS.width + 1), Math.floor(index / width) * (DOTS.height + 1)];
  return Array.from({ length: DOTS.height }, (_, y) => {
    const start = (top + y) * glass.width + left;
    return glass.cells.subarray(start, start + DOTS.width).reduce((row, dot) => row * 2 + Number(dot !== paper), 0);
  }).join();
}
