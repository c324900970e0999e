// Builds all packages: `tsc` checks the types and writes the declarations, esbuild makes one module of each package.
// A start reads a few files then, not hundreds: that is a fifth of its time, more on slow disks and processors.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { run } from './run.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { references } = JSON.parse(readFileSync(`${root}tsconfig.json`, 'utf8'));

/** What a package is entered by: what it exports, and of the command also its program. */
const entries = (path) => [`${path}/src/index.ts`, ...(path === 'packages/cli' ? [`${path}/src/main.ts`] : [])];

async function bundle(path) {
  const outdir = `${root}${path}/dist`;
  const { metafile } = await build({
    entryPoints: entries(path),
    absWorkingDir: root,
    outdir,
    bundle: true,
    // What a package loads late is a file of its own; other packages stay what they are: there is one rxjs, one core.
    splitting: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    sourcemap: 'linked',
    sourcesContent: false,
    chunkNames: '[name]-[hash]',
    metafile: true,
    logLevel: 'error',
  });
  dropOld(outdir, new Set(Object.keys(metafile.outputs).map((file) => relative(`${path}/dist`, file))));
}

/** Removes what an earlier build has left. */
function dropOld(outdir, made) {
  for (const name of readdirSync(outdir, { recursive: true })) {
    if (/\.js(\.map)?$/.test(name) && !made.has(name)) rmSync(`${outdir}/${name}`);
  }
}

run(root, process.execPath, ['node_modules/typescript/bin/tsc', '-b']);
await Promise.all(references.map(({ path }) => bundle(path.replace('./', ''))));
