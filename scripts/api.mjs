// Writes what each package exports, one declaration after the other, to api/<package>.d.ts, so that every review sees
// when it changes. With --check it only compares, and fails where they differ.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('..', import.meta.url));
const check = process.argv.includes('--check');
const projects = JSON.parse(readFileSync(`${root}tsconfig.json`, 'utf8')).references.map(({ path }) => path);
const options = { module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2023, types: ['node'], skipLibCheck: true };

const printer = ts.createPrinter({ removeComments: true });
const program = ts.createProgram(
  projects.map((path) => `${root}${path}/dist/index.d.ts`),
  options,
);
const checker = program.getTypeChecker();

/** The declaration of a variable stands in its statement. */
const statementOf = (node) => (ts.isVariableDeclaration(node) ? node.parent.parent : node);

function exportText(symbol) {
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const texts = (target.declarations ?? []).map((declaration) => {
    const node = statementOf(declaration);
    return ts.isSourceFile(node)
      ? `export module ${symbol.name}`
      : printer.printNode(ts.EmitHint.Unspecified, node, node.getSourceFile());
  });
  const renamed = symbol.name === target.name ? '' : `// as ${symbol.name}\n`;
  return `${renamed}${texts.join('\n')}`;
}

function apiOf(path) {
  const file = program.getSourceFile(`${root}${path}/dist/index.d.ts`);
  const symbol = file && checker.getSymbolAtLocation(file);
  const exported = symbol ? checker.getExportsOfModule(symbol) : [];
  const sorted = [...exported].sort((a, b) => (a.name < b.name ? -1 : 1));
  return `${sorted.map(exportText).join('\n\n')}\n`;
}

const stale = projects.filter((path) => {
  const { name } = JSON.parse(readFileSync(`${root}${path}/package.json`, 'utf8'));
  const file = `${root}api/${name.replace('@lcdflow/', '')}.d.ts`;
  const text = apiOf(path);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return false;
  if (!check) {
    mkdirSync(`${root}api`, { recursive: true });
    writeFileSync(file, text);
  }
  return true;
});
if (check && stale.length > 0) {
  console.error(`the exports of ${stale.join(', ')} have changed: npm run api, and commit what it writes`);
  process.exit(1);
}
