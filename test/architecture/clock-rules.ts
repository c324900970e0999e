import ts from 'typescript';
import type { TextFile } from './files.ts';
import { nodesOf, placeOf, treeOf } from './syntax.ts';

/** Names whose call, or mere mention, asks for the time or waits without rxjs. */
const GLOBALS = ['setTimeout', 'setInterval', 'setImmediate', 'performance'];
const MEMBERS = ['Date.now', 'process.hrtime', 'process.uptime', 'asyncScheduler.now'];
/** Called without anything they mean now. */
const NOW_IF_EMPTY = ['Date', 'dayjs'];

const isName = (node: ts.Node): boolean =>
  !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) &&
  !(ts.isPropertyAssignment(node.parent) && node.parent.name === node);

function clockWords(node: ts.Node): string | undefined {
  if (ts.isIdentifier(node) && GLOBALS.includes(node.text) && isName(node)) return node.text;
  if (ts.isPropertyAccessExpression(node)) return MEMBERS.find((member) => member === node.getText());
  if (!ts.isNewExpression(node) && !ts.isCallExpression(node)) return undefined;
  const name = node.expression.getText();
  const isNow = NOW_IF_EMPTY.includes(name) && (node.arguments ?? []).length === 0;
  return isNow ? `${name}()` : undefined;
}

/** Where a file asks for the time by itself: `path:line word`. */
export const clockUses = (file: TextFile): readonly string[] =>
  nodesOf(treeOf(file)).flatMap((node) => {
    const words = clockWords(node);
    return words === undefined ? [] : [`${placeOf(node)} ${words}`];
  });
