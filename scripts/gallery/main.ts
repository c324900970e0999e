import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { GALLERY_FILE, galleryText, pictureFile, widgets } from './pages.ts';
import { PANELS, photo } from './panels.ts';
import { shotOf, ZONE } from './scenes.ts';

// Writes docs/gallery.md and its pictures: every widget on every class of panels, as a person in front of it sees it. They
// are goldens, too: test/gallery.test.ts compares. Names of widgets as arguments make only their pictures anew.

process.env.TZ = ZONE;
const [, , ...wanted] = process.argv;

for (const widget of widgets().filter((name) => wanted.length === 0 || wanted.includes(name)))
  for (const panel of PANELS) {
    const file = pictureFile(widget, panel);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, photo(await shotOf(widget, panel), panel));
  }
writeFileSync(GALLERY_FILE, galleryText());
