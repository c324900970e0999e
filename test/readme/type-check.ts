import { join } from 'node:path';
import ts from 'typescript';
import { ROOT } from '../architecture/files.ts';
import type { Block } from './markdown.ts';

/** What TypeScript says to blocks, all in one go: `README.md:12: …`, the line in the Markdown file. */
export function typeProblems(blocks: readonly Block[]): readonly string[] {
  const byFile = new Map(blocks.map((block) => [join(ROOT, `${block.path}.${block.line}.ts`), block]));
  const program = programOf(new Map([...byFile].map(([path, { text }]) => [path, text])));
  return [...byFile].flatMap(([path, block]) =>
    ts.getPreEmitDiagnostics(program, program.getSourceFile(path)).map(({ start, messageText }) => {
      const line = program.getSourceFile(path)!.getLineAndCharacterOfPosition(start ?? 0).line;
      return `${block.path}:${block.line + line}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
    }),
  );
}

/** A program of files that are not on the disk, each a module, with the options of the tests. */
function programOf(texts: ReadonlyMap<string, string>): ts.Program {
  const config = ts.readConfigFile(join(ROOT, 'tsconfig.test.json'), ts.sys.readFile).config as object;
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, ROOT);
  const all = { ...options, moduleDetection: ts.ModuleDetectionKind.Force };
  const host = ts.createCompilerHost(all, true);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (path) => texts.has(path) || fileExists(path);
  host.readFile = (path) => texts.get(path) ?? readFile(path);
  host.getSourceFile = (path, how, ...more) => {
    const text = texts.get(path);
    return text === undefined ? getSourceFile(path, how, ...more) : ts.createSourceFile(path, text, how, true);
  };
  return ts.createProgram([...texts.keys()], all, host);
}
