import type { PackageJson } from './files.ts';

const EXPORTS = {
  '.': { '@lcdflow/source': './src/index.ts', types: './dist/index.d.ts', default: './dist/index.js' },
};

const PREFIXES: Readonly<Record<string, string>> = { packages: '', plugins: 'plugin-', widgets: 'widget-' };

/** The name of the package in a folder: `@lcdflow/plugin-png` in `plugins/png`. */
export function expectedName(folder: string): string {
  const [kind, name] = folder.split('/');
  return `@lcdflow/${PREFIXES[kind!]}${name}`;
}

/** What is wrong with the package.json and the files of a package. */
export function packageProblems(
  folder: string,
  own: PackageJson,
  root: PackageJson,
  files: ReadonlySet<string>,
): readonly string[] {
  const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
  const rules: readonly (readonly [boolean, string])[] = [
    [files.has(`${folder}/README.md`), 'has no README.md'],
    [own.name === expectedName(folder), `its name is ${expectedName(folder)}, not ${own.name}`],
    [own.version === root.version, `its version is ${root.version}, not ${own.version}`],
    [own.license === 'MIT', `its license is MIT, not ${own.license}`],
    [own.type === 'module', `its type is module, not ${own.type}`],
    [same(own.engines, (root as { engines?: unknown }).engines), 'its engines are those of the whole'],
    [same(own.exports, EXPORTS), `its exports are ${JSON.stringify(EXPORTS)}`],
    [['dist', 'src', '!**/*.test.*'].every((file) => own.files?.includes(file)), 'its files are dist and src'],
  ];
  return rules.filter(([isRight]) => !isRight).map(([, words]) => `${folder}: ${words}`);
}
