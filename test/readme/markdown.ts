import type { TextFile } from '../architecture/files.ts';

/** A fenced block of a Markdown file. */
export interface Block {
  readonly path: string;
  /** Of its first line of text, from 1. */
  readonly line: number;
  /** `yaml`, `ts`, `sh` …; empty when none is given. */
  readonly language: string;
  /** Whether it is marked as a part of something: `yaml part`. */
  readonly isPart: boolean;
  /** The other words behind the language: `picture 80x8px` has `80x8px`. */
  readonly marks: readonly string[];
  readonly text: string;
}

const FENCE = /^( *)(`{3,}|~{3,})(.*)$/;

/** A Markdown file cut into its fenced blocks and what is between them, with empty lines where the blocks were. */
export function cut({ path, text }: TextFile): { readonly blocks: readonly Block[]; readonly prose: string } {
  const blocks: Block[] = [];
  const prose: string[] = [];
  let open: { readonly indent: string; readonly fence: string; readonly info: string; lines: string[] } | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    const [, indent = '', fence = '', info = ''] = FENCE.exec(line) ?? [];
    if (open && fence.startsWith(open.fence) && info.trim() === '') {
      const [language = '', ...marks] = open.info.trim().split(/\s+/);
      const start = index - open.lines.length + 1;
      const text = open.lines.map((own) => `${own}\n`).join('');
      blocks.push({ path, line: start, language, isPart: marks.includes('part'), marks, text });
      open = undefined;
    } else if (open) open.lines.push(line.replace(open.indent, ''));
    else if (fence !== '') open = { indent, fence, info, lines: [] };
    prose.push(open || fence !== '' ? '' : line);
  }
  if (open) throw new Error(`${path}: a block is not closed`);
  return { blocks, prose: prose.join('\n') };
}

/** Where the links and pictures of some prose lead, with the line they are on. */
export const linksIn = (prose: string): readonly { readonly target: string; readonly line: number }[] =>
  prose.split('\n').flatMap((line, index) => {
    const words = line.replaceAll(/`[^`]*`/g, '');
    const targets = [
      ...words.matchAll(/\]\(<?([^)>\s]+)>?[^)]*\)|<(?:img|a) [^>]*(?:src|href)="([^"]+)"|^\[[^\]]+\]: +(\S+)/g),
    ];
    return targets.map(([, link, html, reference]) => ({ target: (link ?? html ?? reference)!, line: index + 1 }));
  });

/** What a heading of prose is called in links, as GitHub does it. */
export const anchorsIn = (prose: string): readonly string[] =>
  [...prose.matchAll(/^#{1,6} +(.*)$/gm)].map(([, title]) =>
    title!
      .trim()
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}_ -]/gu, '')
      .replaceAll(' ', '-'),
  );

/** Commands in prose: what stands in backticks and begins with `lcd` or `npm` and a word. */
export const commandsIn = (prose: string): readonly string[] =>
  [...prose.matchAll(/`((?:lcd|npm) [a-z-][^`]*)`/g)].map(([, command]) => command!);
