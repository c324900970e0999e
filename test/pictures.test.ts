import { join, posix } from 'node:path';
import { matchesGolden } from '@lcdflow/testkit';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { pathsBelow, ROOT, read } from './architecture/files.ts';
import { pageOf, pictureNames } from './gallery/pages.ts';
import { photo } from './gallery/panels.ts';
import { shotsOfFile, ZONE } from './gallery/scenes.ts';
import { configAbove, drawnReadme } from './pictures/drawn-readme.ts';
import { matchesPicture } from './pictures/matches-picture.ts';
import { cut, linksIn } from './readme/markdown.ts';

beforeEach(() => vi.stubEnv('TZ', ZONE));
afterEach(() => vi.unstubAllEnvs());

/** In ms: a program runs for five minutes of virtual time. */
const PATIENCE = 60_000;

/** Which display of which config a picture shows. The gallery's pictures are those of gallery.test.ts. */
const PHOTOS = [
  ['docs/images/panel.png', 'lcd.config.yaml', 'front'],
  ['docs/images/character-panel.png', 'examples/one-page-everywhere.yaml', 'usual'],
] as const;

/** Blocks that look like pictures of a page and are none, with what compares them. */
const NOT_OF_A_PAGE: Readonly<Record<string, string>> = {
  'plugins/terminal/README.md': 'what is printed where there is no terminal: its plain.test.ts',
  'widgets/icon/README.md': 'the names of all icons: its readme.test.ts',
};

const PICTURE_FILE = /\.(png|gif|jpe?g|svg|webp)$/;
const PICTURE_LINE = /^[.#*]{4,}( |$)|^\|.*\|$|[▀▄█]/mu;

const files = pathsBelow()
  .filter((path) => path.endsWith('.md'))
  .map((path) => ({ ...read(path), ...cut(read(path)) }));
const drawn = files.filter(({ blocks }) => blocks.some(({ language }) => language === 'picture'));

test.each(drawn.map((file) => [file.path, file] as const))(
  'the pictures in %s are those of the configs above them',
  { timeout: PATIENCE },
  async (path, file) => matchesGolden(join(ROOT, path), await drawnReadme(file)),
);

test.each(PHOTOS)('%s is what %s shows', { timeout: PATIENCE }, async (path, config, display) => {
  const shots = await shotsOfFile(join(ROOT, config));
  const shot = shots.find(({ plan }) => plan.name === display);
  matchesPicture(join(ROOT, path), photo(shot!, { scale: 4, grid: true }));
});

const IN_GALLERY = /docs\/gallery\/(\w+)-\w+\.png$/;
const borrowed = files.flatMap(({ path, prose, blocks }) =>
  linksIn(prose).flatMap(({ target, line }) => {
    const [, widget] = IN_GALLERY.exec(target) ?? [];
    return widget === undefined ? [] : [[`${path}:${line}`, widget, blocks, line] as const];
  }),
);

test.each(borrowed)('%s shows a picture of the gallery, where the page of %s is the config above it', (...given) => {
  const [, widget, blocks, line] = given;
  expect(configAbove(blocks, line)).toEqual(pageOf(widget));
});

test('a page shows every picture that is there, and no other', () => {
  const shown = files.flatMap(({ path, prose }) =>
    linksIn(prose).map(({ target }) => posix.join(posix.dirname(path), target)),
  );
  const found = pathsBelow().filter((path) => PICTURE_FILE.test(path));
  expect([...new Set(shown.filter((path) => PICTURE_FILE.test(path)))].sort()).toEqual(found);
});

test('a test draws every picture', () => {
  const gallery = pictureNames().wanted.map((name) => `docs/gallery/${name}`);
  const photos = PHOTOS.map(([path]) => path);
  expect([...gallery, ...photos].sort()).toEqual(pathsBelow().filter((path) => PICTURE_FILE.test(path)));
  const plain = files.flatMap(({ blocks }) => blocks.filter(({ language }) => ['', 'text'].includes(language)));
  const undrawn = plain.filter(({ text }) => PICTURE_LINE.test(text)).map(({ path }) => path);
  expect(undrawn, 'mark it as "picture 20x2ch"').toEqual(Object.keys(NOT_OF_A_PAGE));
});
