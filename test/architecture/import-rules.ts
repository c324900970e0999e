import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import { isTest, type PackageJson, packageOf, type TextFile } from './files.ts';
import { importsOf } from './syntax.ts';

/** What the product files of some packages may import, beside their own files. */
export interface Row {
  /** Folders, with `*` for any name. */
  readonly of: string;
  /** Only for the files below this folder of theirs. */
  readonly below?: string;
  /** Packages of this project. */
  readonly ours: readonly string[];
  /** Built-in modules of Node. */
  readonly node: boolean;
  /** Packages of others: only these, or whatever the package.json names as a dependency. */
  readonly others: readonly string[] | 'dependencies';
}

/** Who may import whom. The first row that fits counts. */
export const TABLE: readonly Row[] = [
  { of: 'packages/core', ours: [], node: false, others: ['rxjs'] },
  { of: 'packages/config', ours: ['@lcdflow/core'], node: true, others: 'dependencies' },
  { of: 'packages/usb', ours: ['@lcdflow/core'], node: true, others: 'dependencies' },
  { of: 'packages/serial', ours: ['@lcdflow/core'], node: true, others: 'dependencies' },
  { of: 'packages/i2c', ours: ['@lcdflow/core'], node: true, others: 'dependencies' },
  { of: 'packages/fonts', ours: ['@lcdflow/core'], node: true, others: 'dependencies' },
  { of: 'packages/web', ours: ['@lcdflow/core'], node: true, others: 'dependencies' },
  { of: 'packages/watch', ours: ['@lcdflow/core'], node: true, others: 'dependencies' },
  { of: 'packages/emulator', ours: ['@lcdflow/core'], node: false, others: ['rxjs'] },
  {
    of: 'packages/testkit',
    ours: ['@lcdflow/core', '@lcdflow/emulator'],
    node: true,
    // It is for tests: virtual time is what it is made of.
    others: ['rxjs', 'rxjs/testing', 'fast-check', 'vitest'],
  },
  {
    of: 'packages/cli',
    ours: ['core', 'config', 'usb', 'serial', 'i2c', 'fonts', 'emulator', 'plugin-*', 'widget-*'].map(
      (name) => `@lcdflow/${name}`,
    ),
    node: true,
    others: 'dependencies',
  },
  // A widget draws; where it also reads, as one for pictures must, that lies apart from what draws.
  { of: 'widgets/*', below: 'src/reading', ours: ['@lcdflow/core'], node: true, others: 'dependencies' },
  { of: 'plugins/*', ours: ['@lcdflow/core', '@lcdflow/web', '@lcdflow/watch'], node: true, others: 'dependencies' },
  { of: 'widgets/*', ours: ['@lcdflow/core'], node: false, others: 'dependencies' },
];

/** What test files may import as well, if the row of their package does not. */
const FOR_TESTS = {
  ours: ['@lcdflow/testkit', '@lcdflow/emulator'],
  others: ['rxjs/testing', 'fast-check', 'vitest'],
};

const matches = (pattern: string, name: string): boolean =>
  new RegExp(`^${pattern.replaceAll(/[.+]/g, '\\$&').replaceAll('*', '[^/]+')}$`).test(name);

const isNode = (specifier: string): boolean => specifier.startsWith('node:') || builtinModules.includes(specifier);

/** The package a module belongs to: `usb` for `usb/dist/x.js`. */
const ownerOf = (specifier: string): string => /^(@[^/]+\/)?[^/]+/.exec(specifier)![0];

/** What is wrong with the imports of a file, by the table. `own` and `root` are the package.json of its package and the top. */
export function importProblems(file: TextFile, own: PackageJson, root: PackageJson): readonly string[] {
  const folder = packageOf(file.path)!;
  const row = TABLE.find(
    ({ of, below = '' }) => matches(of, folder) && file.path.startsWith(posix.join(folder, below, '/')),
  );
  if (row === undefined) return [`${file.path}: the table has no row for ${folder}`];
  return importsOf(file).flatMap((specifier) => {
    const problem = importProblem(specifier, file.path, row, own, root);
    return problem === undefined ? [] : [`${file.path}: ${specifier}: ${problem}`];
  });
}

function importProblem(
  specifier: string,
  path: string,
  row: Row,
  own: PackageJson,
  root: PackageJson,
): string | undefined {
  if (specifier.startsWith('.')) return relativeProblem(specifier, path);
  const test = isTest(path);
  if (isNode(specifier)) {
    if (!specifier.startsWith('node:')) return 'built-in modules are written with node:';
    return row.node || test ? undefined : 'no built-in modules of Node here';
  }
  if (specifier.startsWith('@lcdflow/')) {
    const isKnown = [...row.ours, ...(test ? FOR_TESTS.ours : [])].some((pattern) => matches(pattern, specifier));
    return isKnown ? undefined : `${row.of} may not know it`;
  }
  if (specifier === 'rxjs' || (test && isForTests(specifier, root))) return undefined;
  if (specifier.startsWith('rxjs/') && !isNamed(specifier, row)) return "only 'rxjs' itself";
  return isNamed(specifier, row) || isDependency(specifier, row, own) ? undefined : 'not among its dependencies';
}

function relativeProblem(specifier: string, path: string): string | undefined {
  const target = posix.join(posix.dirname(path), specifier);
  if (packageOf(target) !== packageOf(path)) return 'only its own files';
  if (!isTest(path) && isTest(target)) return 'the product knows no test';
  return /\.(ts|json)$/.test(specifier) ? undefined : 'written without its ending';
}

const isForTests = (specifier: string, { devDependencies = {} }: PackageJson): boolean =>
  FOR_TESTS.others.includes(specifier) || ownerOf(specifier) in devDependencies;

const isNamed = (specifier: string, { others }: Row): boolean =>
  others !== 'dependencies' && others.includes(specifier);

const isDependency = (specifier: string, { others }: Row, { dependencies = {}, peerDependencies = {} }: PackageJson) =>
  others === 'dependencies' && ownerOf(specifier) in { ...dependencies, ...peerDependencies };

/**
 * An emulated device is written from the protocol paper: it never sees its driver, nor the driver it. Only the index of
 * the plugin knows both, and tests that let one talk to the other: those stand beside the driver.
 */
export function emulatorProblems(file: TextFile): readonly string[] {
  const folder = packageOf(file.path)!;
  const emulator = `${folder}/src/emulator`;
  const isEmulator = (path: string): boolean => path.startsWith(`${emulator}/`) || path === `${emulator}.ts`;
  const inside = isEmulator(file.path);
  if (!inside && (file.path === `${folder}/src/index.ts` || isTest(file.path))) return [];
  return importsOf(file)
    .filter((specifier) => specifier.startsWith('.'))
    .filter((specifier) => isEmulator(posix.join(posix.dirname(file.path), specifier)) !== inside)
    .map((specifier) => `${file.path}: ${specifier}: an emulated device and its driver do not know each other`);
}
