import { blankFrame, type Font, surfaceOf } from '@lcdflow/core';
import { picture } from '@lcdflow/testkit';

/** A text as `#` and `.`, in a font, as wide as asked. */
export function textPicture(font: Font, text: string, width: number, height = font.height): string {
  const frame = blankFrame({ width, height });
  surfaceOf(frame, 'pixel', font.name, 2, { named: new Map([[font.name, font]]) }).text({ x: 0, y: 0 }, text);
  return picture(frame, 'pixel');
}
