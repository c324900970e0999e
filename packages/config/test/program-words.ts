import type { Length, PageNode, Program } from '@lcdflow/core';

const sizeWords = ({ value, unit }: Length): string => `${value}${unit}`;
const optionWords = (options: unknown): string =>
  Object.entries(options as object)
    .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
    .join(' ');

/** `padding=2px when="cpu.busy > 90"`: what a node has beside its size. */
function moreWords(node: PageNode): string {
  const { padding, at, cell, when } = node;
  const lengths = Object.entries({
    padding,
    ...(node.kind === 'widget' ? {} : { gap: node.gap, ...node.inset }),
    ...at,
  });
  const own = node.kind === 'widget' ? { every: node.every } : { align: node.align };
  const words = [
    ...lengths.flatMap(([name, length]) => (length === undefined ? [] : [`${name}=${sizeWords(length)}`])),
    optionWords(JSON.parse(JSON.stringify({ for: cell, when, ...own }))),
  ];
  return words.filter((word) => word !== '').join(' ');
}

function nodeLines(node: PageNode, indent: string): readonly string[] {
  const place = `(${[sizeWords(node.size), moreWords(node)].join(' ').trim()}) at ${node.path.join('/')}`;
  if (node.kind === 'widget') return [`${indent}${node.widget.name} ${place}: ${optionWords(node.options)}`.trimEnd()];
  return [`${indent}${node.kind} ${place}`, ...node.children.flatMap((child) => nodeLines(child, `${indent}  `))];
}

/** A program as a person reads it. */
export function programWords({ displays, sources, keys }: Program): string {
  const pages = new Map(
    displays.flatMap((display) =>
      [...display.pages, ...(display.farewell?.page ? [display.farewell.page] : [])].map((page) => [page.name, page]),
    ),
  );
  const lines = [
    ...displays.flatMap(
      ({ name, driver, model, device, font, fps, rotate, controls, farewell, options, pages: shown }) => [
        `display ${name}: ${driver.name} ${model.name}, device ${JSON.stringify(device)}, ${fps} fps`,
        `  options: ${optionWords(options)}`,
        ...(font === undefined ? [] : [`  font: ${font}`]),
        ...(model.ink === undefined ? [] : [`  ink: ${model.ink}`]),
        `  pages: ${shown.map((page) => page.name).join(', ')}${rotate === undefined ? '' : `, every ${rotate} ms`}`,
        ...(controls === undefined ? [] : [`  controls: ${optionWords(controls)}`]),
        ...(farewell === undefined
          ? []
          : [`  farewell: ${farewell.page?.name ?? 'blank'} ${optionWords(farewell.levels)}`.trimEnd()]),
      ],
    ),
    ...[...pages.values()].flatMap(({ name, root }) => [`page ${name}`, ...nodeLines(root, '  ')]),
    ...sources.map(({ name, source, options }) => `source ${name}: ${source.name} ${optionWords(options)}`.trimEnd()),
    ...keys.map(({ display, key, action }) => `key ${display}.${key}: ${action}`),
  ];
  return `${lines.join('\n')}\n`;
}
