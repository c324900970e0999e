import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PANELS, photo } from './panels.ts';
import { ROOT, type Scene, sceneOf, widgets, ZONE } from './scenes.ts';

// Writes docs/gallery.md: every widget on every class of panels, as a person in front of it sees it.

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

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER);
const sections: string[] = [];
for (const widget of widgets()) {
  const scene = await sceneOf(widget);
  for (const panel of PANELS) {
    const shot = scene.shots.get(panel.name);
    if (shot) writeFileSync(join(FOLDER, `${widget}-${panel.name}.png`), photo(shot, panel));
  }
  sections.push(section(scene));
  console.log(widget);
}
writeFileSync(join(ROOT, 'docs/gallery.md'), [HEAD, ...sections].join('\n'));
