import { writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import { blankFrame, type Frame, INVERTED, LcdError, messageOf, surfaceOf, TAIL } from '@lcdflow/core';
import { encodePng } from '@lcdflow/plugin-png';
import { map, type Observable, of } from 'rxjs';
import { pictureText } from './picture-text.ts';
import type { Picture } from './powered-panels.ts';

/** Letters of a character panel are 5 x 8 dots in cells of 6 x 8. */
const LETTER = { font: '6x8', width: 6, height: 8 };

/** A frame of letters as pixels. */
function drawn(letters: Frame): Frame {
  const frame = blankFrame({ width: letters.width * LETTER.width, height: letters.height * LETTER.height });
  const surface = surfaceOf(frame, 'pixel', LETTER.font);
  for (const [index, cell] of letters.cells.entries()) {
    const at = { x: (index % letters.width) * LETTER.width, y: Math.floor(index / letters.width) * LETTER.height };
    if (cell === TAIL) continue;
    const letter = String.fromCodePoint((cell & ~INVERTED) >>> 0);
    surface.text(at, letter, { inverted: cell >= INVERTED, background: 0 });
  }
  return frame;
}

type Content = (picture: Picture) => Observable<string | Uint8Array>;

/** What a picture file is made of, by its ending. */
const CONTENTS: Readonly<Record<string, Content>> = {
  '.png': ({ frame, cell }) => of(encodePng(cell === 'character' ? drawn(frame) : frame, { scale: 4, grid: true })),
  '.txt': pictureText,
};

/** What writes a picture to a file. @throws LcdError `config` if the file's name has neither ending. */
export function pictureFile(path: string): (picture: Picture) => Observable<void> {
  const content = CONTENTS[extname(path).toLowerCase()];
  if (content === undefined) throw new LcdError('config', `--out: a file that ends in .png or .txt, not "${path}"`);
  return (picture) => content(picture).pipe(map((bytes) => write(path, bytes)));
}

function write(path: string, content: string | Uint8Array): void {
  try {
    writeFileSync(path, content);
  } catch (error) {
    throw new LcdError('config', `--out: a file that can be written: ${messageOf(error)}`, { cause: error });
  }
}
