import { writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import { blankFrame, type Frame, INVERTED, LcdError, messageOf, surfaceOf } from '@lcdflow/core';
import { encodePng } from '@lcdflow/plugin-png';
import { map, type Observable, of, tap } from 'rxjs';
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
    const letter = String.fromCodePoint((cell & ~INVERTED) >>> 0);
    surface.text(at, letter, { inverted: cell >= INVERTED, background: 0 });
  }
  return frame;
}

/** What a picture file is made of, by its ending. Errors with `config` if it is neither `.png` nor `.txt`. */
function contentOf(path: string, picture: Picture): Observable<string | Uint8Array> {
  const { frame, plan } = picture;
  const ending = extname(path).toLowerCase();
  if (ending === '.png')
    return of(encodePng(plan.model.cell === 'character' ? drawn(frame) : frame, { scale: 4, grid: true }));
  if (ending === '.txt') return pictureText(picture);
  throw new LcdError('config', `--out: a file that ends in .png or .txt, not "${path}"`);
}

/** Writes a picture to a file. Errors with `config` if that cannot be. */
export const pictureFile = (path: string, picture: Picture): Observable<void> =>
  contentOf(path, picture).pipe(
    tap((content) => write(path, content)),
    map(() => undefined),
  );

function write(path: string, content: string | Uint8Array): void {
  try {
    writeFileSync(path, content);
  } catch (error) {
    throw new LcdError('config', `--out: a file that can be written: ${messageOf(error)}`, { cause: error });
  }
}
