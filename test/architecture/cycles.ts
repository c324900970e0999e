import { posix } from 'node:path';
import type { TextFile } from './files.ts';
import { importsOf } from './syntax.ts';

/** Which file imports which; `homes` says what file a package's name stands for. */
export function importGraph(
  files: readonly TextFile[],
  homes: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly string[]> {
  const paths = new Set(files.map(({ path }) => path));
  const target = (from: string, specifier: string): string =>
    homes.get(specifier) ?? posix.join(posix.dirname(from), specifier);
  return new Map(
    files.map((file) => [
      file.path,
      importsOf(file)
        .map((specifier) => target(file.path, specifier))
        .filter((path) => paths.has(path)),
    ]),
  );
}

/** Every way round, each told once: `a.ts → b.ts → a.ts`. */
export function cyclesIn(graph: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const cycles: string[] = [];
  const done = new Set<string>();
  const visit = (node: string, way: readonly string[]): void => {
    const start = way.indexOf(node);
    if (start >= 0) cycles.push([...way.slice(start), node].join(' → '));
    if (start >= 0 || done.has(node)) return;
    for (const next of graph.get(node) ?? []) visit(next, [...way, node]);
    done.add(node);
  };
  for (const node of graph.keys()) visit(node, []);
  return cycles;
}
