import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { PANELS, photo } from './panels.ts';
import { ROOT, type Scene, sceneOf, widgets, ZONE } from './scenes.ts';

// Writes docs/gallery.md: every widget on every class of panels, as a person in front of it sees it. With --check it only
// compares, and fails where they differ.

process.env.TZ = ZONE;
const FOLDER = join(ROOT, 'docs/gallery');

const HEAD = `# Gallery

Every widget on every class of panels: the same page on each, after ten minutes on a machine at work. The first three
pictures are the glass of emulated devices, drawn from the bytes that their drivers have sent; the fourth is a display of
colours. \`npm run gallery\` makes this page.
`;

function section({ widget, meaning, pages, shots }: Scene): string {
  const pictures = PANELS.map(({ name, title }) =>
    shots.has(name) ? `![${widget} on ${title}](gallery/${widget}-${name}.png)` : `_No room on ${title}._`,
  );
  return `## ${widget}

${meaning.replaceAll('\n', ' ')} [More](../widgets/${widget}/README.md)

\`\`\`yaml part
${pages.trimEnd()}
\`\`\`

${pictures.join('\n\n')}
`;
}

const checks = process.argv.includes('--check');
const wrong: string[] = [];

/** Whether a file that is there shows the same: PNG files that differ may have the same pixels. */
function isSame(path: string, content: string | Uint8Array): boolean {
  if (!existsSync(path)) return false;
  if (typeof content === 'string') return readFileSync(path, 'utf8') === content;
  return PNG.sync.read(readFileSync(path)).data.equals(PNG.sync.read(Buffer.from(content)).data);
}

function put(path: string, content: string | Uint8Array): void {
  if (!checks) writeFileSync(path, content);
  else if (!isSame(path, content)) wrong.push(path);
}

if (!checks) rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const sections: string[] = [];
for (const widget of widgets()) {
  const scene = await sceneOf(widget);
  for (const panel of PANELS) {
    const shot = scene.shots.get(panel.name);
    if (shot) put(join(FOLDER, `${widget}-${panel.name}.png`), photo(shot, panel));
  }
  sections.push(section(scene));
}
put(join(ROOT, 'docs/gallery.md'), [HEAD, ...sections].join('\n'));
if (wrong.length > 0) {
  console.error(`out of date, "npm run gallery" makes them anew:\n${wrong.join('\n')}`);
  process.exitCode = 1;
}
