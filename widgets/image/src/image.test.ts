import { LcdError, type Logger, type WidgetContext } from '@lcdflow/core';
import { filmOf, matchesGolden, renderWidget, type Shot, shotsOf, type WidgetProof } from '@lcdflow/testkit';
import { concat, from, map, type Observable, of, timer } from 'rxjs';
import { expect, test } from 'vitest';
import { jpegOf, pictureFrom, pngOf, scene, tinyGif } from '../test/pictures.ts';
import { image } from './image.ts';
import type { Reading } from './reading/reading.ts';

const golden = (name: string): URL => new URL(`../test/golden/${name}`, import.meta.url);

const shots = (readings: Observable<Reading>, options: object, proof: WidgetProof, duration = 0): readonly Shot[] =>
  shotsOf(
    renderWidget(
      image(() => readings),
      { from: 'a.png', ...options },
      proof,
    ),
    duration,
  );
const shown = (bytes: Uint8Array, options: object, proof: WidgetProof): string =>
  filmOf(
    renderWidget(
      image(() => of(bytes)),
      { from: 'a.png', ...options },
      proof,
    ),
    0,
  );

const landscape = pngOf(scene(60, 40));
const of20x2: WidgetProof = { width: 20, height: 2, cell: 'character' };
const of20x4: WidgetProof = { width: 20, height: 4, cell: 'character' };
const small: WidgetProof = { width: 3, height: 2, cell: 'pixel' };

test('on characters it is half blocks, or a text', () => {
  matchesGolden(golden('20x2.txt'), shown(landscape, {}, of20x2) + shown(landscape, { alt: 'hills' }, of20x2));
  matchesGolden(golden('20x4.txt'), shown(landscape, {}, of20x4) + shown(landscape, { fit: 'fill' }, of20x4));
});

test('on a mono panel shades are dots', () => {
  const mono: WidgetProof = { width: 96, height: 64, cell: 'pixel', colors: 2 };
  const looks = [{}, { dither: 'bayer', background: 'gray' }, { dither: 'none', fit: 'cover' }];
  matchesGolden(golden('256x64.txt'), looks.map((look) => shown(landscape, look, mono)).join('\n'));
});

/** A black, a white and a transparent column of 2 pixels each. */
const columns = pngOf(pictureFrom(6, 4, (x) => [0x00_00_00_ff, 0xff_ff_ff_ff, 0x00_00_00_00][x >> 1]!));

test('what is bright is bright on the glass, also where ink is dark', () => {
  const mono: WidgetProof = { width: 6, height: 4, cell: 'pixel', colors: 2 };
  const dark: WidgetProof = { ...mono, ink: 'dark' };
  const row = (options: object, proof: WidgetProof): string => shown(columns, options, proof).split('\n')[1]!;
  expect([row({}, mono), row({}, dark)]).toEqual(['..##..', '##....']);
  expect([row({ inverted: true }, mono), row({ inverted: true }, dark)]).toEqual(['##....', '..##..']);
  expect([row({ background: 'white' }, mono), row({ background: 'white' }, dark)]).toEqual(['..####', '##....']);
  expect([row({ background: 'black' }, mono), row({ background: 'black' }, dark)]).toEqual(['..##..', '##..##']);
  const letters: WidgetProof = { width: 6, height: 2, cell: 'character' };
  const fill = { fit: 'fill' };
  expect([row(fill, letters), row(fill, { ...letters, ink: 'dark' })]).toEqual(['|  ██  |', '|██    |']);
});

test('an inverted picture has the opposite of its colours, which do not depend on ink', () => {
  const colors: WidgetProof = { width: 6, height: 1, cell: 'pixel', colors: 65536, ink: 'dark' };
  expect(shown(columns, { fit: 'fill' }, colors)).toContain('..##..');
  expect(shown(columns, { fit: 'fill', inverted: true }, colors)).toContain('##....');
});

test('on a colour panel it has its colours', () => {
  const place: WidgetProof = { width: 24, height: 16, cell: 'pixel', colors: 65536 };
  const few = pngOf(scene(12, 8));
  const looks = [{ fit: 'none', align: 'left' }, { fit: 'none', vertical: 'bottom', background: 'navy' }, {}];
  matchesGolden(golden('480x320.txt'), looks.map((look) => shown(few, look, place)).join('\n'));
});

test('JPEG and PNG show nearly the same', () => {
  const [png, jpeg] = [landscape, jpegOf(scene(60, 40))].map((bytes) =>
    shown(bytes, { background: 'black', dither: 'none' }, { width: 30, height: 20, cell: 'pixel', colors: 2 }),
  );
  const differing = [...png!].filter((sign, index) => sign !== jpeg![index]).length;
  expect(differing).toBeLessThan(40);
});

const blink = [
  { rows: ['333', '000'], delay: 10 },
  { rows: ['0'], x: 1, delay: 30 },
];

test('a GIF moves at its own times, round by round, and its last picture stays', () => {
  const one = '###\n...\n';
  const other = '#.#\n...\n';
  expect(shots(of(tinyGif(3, 2, blink, 0)), {}, small, 1000)).toEqual([
    { at: 0, picture: one },
    { at: 100, picture: other },
    { at: 400, picture: one },
    { at: 500, picture: other },
    { at: 800, picture: one },
    { at: 900, picture: other },
  ]);
  const twice = shots(of(tinyGif(3, 2, blink, 1)), {}, small, 60_000);
  expect(twice.map(({ at }) => at)).toEqual([0, 100, 400, 500]);
});

test('what has changed is shown, what is broken or gone is a mark or a text, and it is said once', () => {
  const messages: string[] = [];
  const say = (message: string) => messages.push(message);
  const log = { info: say, warn: say } as unknown as Logger;
  const gone = new LcdError('not-found', 'a.png: there is no such file');
  const readings = [landscape, gone, gone, new Uint8Array(3), landscape];
  const proof: WidgetProof = { width: 5, height: 4, cell: 'character', log };
  const pictures = shots(from(readings), {}, proof).map(({ picture }) => picture.split('\n').slice(0, 2).join('/'));
  expect(pictures).toEqual(['|     |/|▄▄▄▄▄|', '|!    |/ ^', '|!    |/ ^', '|!    |/ ^', '|     |/|▄▄▄▄▄|']);
  expect(messages).toEqual([
    'image: a.png: there is no such file',
    'image: expected a PNG, JPEG or GIF',
    'image: the picture is there again',
  ]);
  const pixels: WidgetProof = { width: 40, height: 8, cell: 'pixel' };
  const instead = shots(of(gone), { alt: 'radar' }, pixels)[0]!.picture;
  expect(instead).toContain('#');
  expect(instead).not.toBe(shots(of(gone), {}, pixels)[0]!.picture);
});

test('what a server once showed stays while it is away', () => {
  const away = new LcdError('timeout', 'no answer');
  const gif = tinyGif(3, 2, blink, 0);
  const readings = concat(of<Reading>(gif), timer(50).pipe(map((): Reading => away)));
  const from = 'http://example.com/a.gif';
  expect(shots(readings, { from }, small, 400).map(({ at }) => at)).toEqual([0, 100, 400]);
  expect(shots(readings, {}, small, 400).map(({ at }) => at)).toEqual([0, 50]);
  expect(shots(of(away), { from }, small, 400).map(({ at }) => at)).toEqual([0]);
});

test('a reading may choose the file, but never makes it an address', () => {
  const asked: unknown[] = [];
  const widget = image((...all) => {
    asked.push(all);
    return of(landscape);
  });
  const values = { '{{ icon }}': of('sun.png', 'http://example.com/x'), 'http://a/{{ b }}': 'http://a/b' };
  shotsOf(renderWidget(widget, { from: '{{ icon }}' }, { ...small, values }), 0);
  shotsOf(renderWidget(widget, { from: 'http://a/{{ b }}', refresh: '2m' }, { ...small, values }), 0);
  expect(asked).toEqual([
    ['sun.png', false, undefined],
    ['http://example.com/x', false, undefined],
    ['http://a/b', true, 120_000],
  ]);
});

test('a picture that is the same when its page comes back is not decoded again', () => {
  const widget = image(() => of(pngOf(scene(60, 40))));
  const context = { place: { ...small, letter: small, measure: () => small }, text: of } as unknown as WidgetContext;
  const drawables: unknown[] = [];
  const look = {
    from: 'a.png',
    fit: 'contain',
    align: 'center',
    vertical: 'middle',
    dither: 'none',
    inverted: false,
  } as const;
  for (const one of [look, look, { ...look, fit: 'fill' as const }])
    widget.render(one, context).subscribe((drawable) => drawables.push(drawable));
  expect(drawables[1]).toBe(drawables[0]);
  expect(drawables[2]).not.toBe(drawables[0]);
});
