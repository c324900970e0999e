import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';
import { PANELS, type Panel } from './panels.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PAGES = join(ROOT, 'test/gallery/pages.yaml');
const FOLDER = join(ROOT, 'docs/gallery');

/** The page that is about all pictures. */
export const GALLERY_FILE = join(ROOT, 'docs/gallery.md');

/** The widgets of the gallery, in order: all that there are. */
export const widgets = (): readonly string[] =>
  readdirSync(join(ROOT, 'widgets'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

/** What a config says to show a widget. */
export function pageOf(widget: string): unknown {
  const page = (parse(readFileSync(PAGES, 'utf8')) as Readonly<Record<string, unknown>>)[widget];
  if (page === undefined) throw new Error(`${PAGES} has no page "${widget}"`);
  return page;
}

const nameOf = (widget: string, panel: Panel): string => `${widget}-${panel.name}.png`;

/** Where the picture of a widget on a panel lies. */
export const pictureFile = (widget: string, panel: Panel): string => join(FOLDER, nameOf(widget, panel));

/** The names of the pictures that are there, and of those that there should be. */
export const pictureNames = (): { readonly found: readonly string[]; readonly wanted: readonly string[] } => ({
  found: readdirSync(FOLDER).filter((name) => !name.startsWith('actual.')),
  wanted: widgets().flatMap((widget) => PANELS.map((panel) => nameOf(widget, panel))),
});

const HEAD = `# Gallery

Every widget on every class of panels: the same page on each, after five minutes on a machine at work. The first three
pictures are the glass of emulated devices, drawn from the bytes that their drivers have sent; the fourth is a display of
colours. \`npm run gallery\` makes this page.
`;

/** The text of the page. */
export const galleryText = (): string => [HEAD, ...widgets().map(section)].join('\n');

function section(widget: string): string {
  const readme = readFileSync(join(ROOT, 'widgets', widget, 'README.md'), 'utf8');
  const [, meaning = ''] = /^# .*\n+([^\n]+(?:\n[^\n]+)*)/.exec(readme) ?? [];
  const pages = stringify({ pages: { [widget]: pageOf(widget) } }, { flowCollectionPadding: true });
  const pictures = PANELS.map((panel) => `![${widget} on ${panel.title}](gallery/${nameOf(widget, panel)})`);
  return `## ${widget}

${meaning.replaceAll('\n', ' ')} [More](../widgets/${widget}/README.md)

\`\`\`yaml part
${pages.trimEnd()}
\`\`\`

${pictures.join('\n\n')}
`;
}
