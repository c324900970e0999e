import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A text file of the repository. */
export interface TextFile {
  /** From the top, with `/`. */
  readonly path: string;
  readonly text: string;
}

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const NOT_OURS = new Set(['node_modules', 'dist', '.git', 'coverage']);

function* below(folder: string): Generator<string> {
  for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory() && !NOT_OURS.has(entry.name)) yield* below(path);
    else if (entry.isFile() && !entry.name.startsWith('actual.')) yield path;
  }
}

/** The paths of all files below a folder, sorted, without what is installed, built or left by failing tests. */
export const pathsBelow = (folder = ''): readonly string[] => [...below(folder)].sort();

export const read = (path: string): TextFile => ({ path, text: readFileSync(join(ROOT, path), 'utf8') });

/** `packages/core` for a file of it; `undefined` outside the packages. */
export const packageOf = (path: string): string | undefined => /^(packages|plugins|widgets)\/[^/]+/.exec(path)?.[0];

/** Whether a file is there for tests only. */
export const isTest = (path: string): boolean => /\.test\.ts$/.test(path) || /^[^/]+\/[^/]+\/test\//.test(path);

/** The paths of all packages. */
export const packages = (): readonly string[] =>
  ['packages', 'plugins', 'widgets'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `${folder}/${name}`),
  );

/** All TypeScript of the packages, tests included. */
export const sources = (): readonly TextFile[] =>
  packages()
    .flatMap((folder) => pathsBelow(folder))
    .filter((path) => path.endsWith('.ts'))
    .map(read);

export interface PackageJson {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly type?: string;
  readonly exports?: unknown;
  readonly engines?: unknown;
  readonly files?: readonly string[];
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** The package.json of a folder; of the whole when left out. */
export const packageJson = (folder = '.'): PackageJson => JSON.parse(read(`${folder}/package.json`).text);
