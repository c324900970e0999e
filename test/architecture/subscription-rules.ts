import { join } from 'node:path';
import ts from 'typescript';
import { ROOT, type TextFile } from './files.ts';
import { nodesOf, placeOf } from './syntax.ts';

/** Functions of rxjs that subscribe as `.subscribe(` does. */
const SUBSCRIBERS = ['lastValueFrom', 'firstValueFrom'];
/** Methods of an observable that subscribe. */
const METHODS = ['subscribe', 'forEach', 'toPromise'];

/**
 * Where files subscribe: `path:line subscribe`. Types decide, so that the `forEach` of a list is none and that of an
 * observable is one. Sees files that are not on the disk, too.
 */
export function subscriptionsIn(files: readonly TextFile[]): readonly string[] {
  const program = typedProgram(files);
  const checker = program.getTypeChecker();
  return files.flatMap(({ path }) =>
    nodesOf(program.getSourceFile(join(ROOT, path))!).flatMap((node) => {
      const name = subscribes(node, checker);
      return name === undefined ? [] : [`${placeOf(node).slice(ROOT.length)} ${name}`];
    }),
  );
}

function subscribes(node: ts.Node, checker: ts.TypeChecker): string | undefined {
  if (ts.isIdentifier(node) && SUBSCRIBERS.includes(node.text)) return isImport(node) ? undefined : node.text;
  if (!ts.isPropertyAccessExpression(node) || !METHODS.includes(node.name.text)) return undefined;
  return isObservable(checker.getTypeAtLocation(node.expression)) ? node.name.text : undefined;
}

const isImport = (node: ts.Node): boolean => ts.isImportSpecifier(node.parent);

/** Whatever can be piped and subscribed; what is of no known type counts, too. */
const isObservable = (type: ts.Type): boolean =>
  (type.flags & ts.TypeFlags.Any) !== 0 ||
  (type.getProperty('pipe') !== undefined && type.getProperty('subscribe') !== undefined) ||
  (type.isUnion() && type.types.some(isObservable));

function typedProgram(files: readonly TextFile[]): ts.Program {
  const config = ts.readConfigFile(join(ROOT, 'tsconfig.test.json'), ts.sys.readFile).config as object;
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, ROOT);
  const texts = new Map(files.map(({ path, text }) => [join(ROOT, path), text]));
  const host = ts.createCompilerHost(options, true);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (path) => texts.has(path) || fileExists(path);
  host.getSourceFile = (path, languageVersion, ...more) => {
    const text = texts.get(path);
    if (text === undefined) return getSourceFile(path, languageVersion, ...more);
    return ts.createSourceFile(path, text, languageVersion, true);
  };
  return ts.createProgram([...texts.keys()], options, host);
}
