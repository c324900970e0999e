import ts from 'typescript';
import type { TextFile } from './files.ts';
import { nodesOf, placeOf, treeOf } from './syntax.ts';

export const MOST_LINES = { file: 200, test: 300, function: 40 } as const;

export const linesOf = (text: string): number => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);

const isFunction = (node: ts.Node): node is ts.FunctionLikeDeclaration => ts.isFunctionLike(node) && 'body' in node;

function nameOf(node: ts.FunctionLikeDeclaration): string {
  const { parent } = node;
  if (node.name) return node.name.getText();
  return ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) ? parent.name.getText() : 'a function';
}

/** Functions that are longer than they may be: `path:line name: 45 lines`. */
export function longFunctions(file: TextFile, most: number = MOST_LINES.function): readonly string[] {
  return nodesOf(treeOf(file))
    .filter(isFunction)
    .flatMap((node) => {
      const lines = linesOf(node.getText());
      return lines > most ? [`${placeOf(node)} ${nameOf(node)}: ${lines} lines`] : [];
    });
}
