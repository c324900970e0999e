import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fontOpener } from '../src/index.ts';
import { HEX, packed, TINY_BDF } from './tiny-fonts.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lcdflow-fonts-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const opened = (bytes: Uint8Array | string, more: object = {}) => {
  writeFileSync(join(folder, 'f'), bytes);
  return fontOpener().open({ name: 'mine', path: join(folder, 'f'), label: './f', ...more });
};

test('packed or not', async () => {
  const [plain, gzipped] = [await opened(TINY_BDF), await opened(packed(TINY_BDF))];
  expect(plain).toMatchObject({ name: 'mine', width: 6 });
  expect(gzipped.glyph(0x41)).toEqual(plain.glyph(0x41));
});

test('a file of Unifont itself', async () => {
  const font = await opened(HEX);
  expect(font).toMatchObject({ width: 8, height: 16, ascent: 14, proportional: false });
  expect(font.glyph(0x4e00)?.width).toBe(16);
});

test.each([
  ['cut off', packed(TINY_BDF).subarray(0, 40), {}, './f: what gzip has packed is cut off or broken'],
  ['too large', packed(Buffer.alloc(65 * 1024 * 1024)), {}, './f: at most 64 MiB are expected'],
  ['no font', 'hello', {}, './f: a font is expected: BDF, PCF, PSF, Unifont hex, TrueType or OpenType'],
  ['wrong in a line', 'STARTFONT 2.1\nCHARS x\n', {}, './f:2: FONTBOUNDINGBOX is expected before CHARS'],
  [
    'of its own size',
    TINY_BDF,
    { size: 9 },
    './f: size and threshold are for TrueType and OpenType; a bitmap font has its own size',
  ],
])('a file that is %s', async (_, bytes, more, message) => {
  await expect(opened(bytes, more)).rejects.toMatchObject({ code: 'config', message });
});

test('no file', async () => {
  const open = (path: string) => fontOpener().open({ name: 'x', path, label: 'x.bdf' });
  await expect(open(join(folder, 'x.bdf'))).rejects.toMatchObject({ code: 'not-found', message: 'x.bdf: not found' });
  await expect(open(folder)).rejects.toThrow('x.bdf: a file is expected, but this is a folder');
  await expect(open('/dev/zero')).rejects.toThrow('x.bdf: a plain file is expected');
});
