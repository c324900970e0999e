import type { ExpressionFunction } from '@lcdflow/core';
import type { ASTNode } from '@marcbachmann/cel-js';
import { nearestWords } from '../nearest.ts';
import { nameInSignature, withoutPrefix } from './environment.ts';

/** What the error classes of CEL have in common. */
interface CelError extends Error {
  readonly code: string;
  readonly summary: string;
  readonly range?: { readonly start: number };
  readonly node?: { readonly op?: string; readonly args?: unknown };
}

const TOKENS: Readonly<Record<string, string>> = {
  EOF: 'the end',
  NUMBER: 'a number',
  STRING: 'a text',
  BOOLEAN: 'true or false',
  NULL: 'null',
  IDENTIFIER: 'a name',
  PLUS: '"+"',
  MINUS: '"-"',
  MULTIPLY: '"*"',
  DIVIDE: '"/"',
  MODULO: '"%"',
  EQ: '"=="',
  NE: '"!="',
  LT: '"<"',
  LE: '"<="',
  GT: '">"',
  GE: '">="',
  AND: '"&&"',
  OR: '"||"',
  NOT: '"!"',
  IN: '"in"',
  LPAREN: '"("',
  RPAREN: '")"',
  LBRACKET: '"["',
  RBRACKET: '"]"',
  LBRACE: '"{"',
  RBRACE: '"}"',
  DOT: '"."',
  COMMA: '","',
  COLON: '":"',
  QUESTION: '"?"',
  BYTES: 'bytes',
};

const METHODS: readonly string[] =
  'startsWith endsWith contains matches size indexOf lastIndexOf substring split join trim lowerAscii upperAscii map filter all exists exists_one'.split(
    ' ',
  );
const CONVERSIONS: readonly string[] = ['string', 'int', 'double', 'bool', 'size', 'has'];

const inTypes = (text: string): string =>
  withoutPrefix(text)
    .replace(/\bdyn<(\w+)>/g, '$1')
    .replace(/google\.protobuf\.(\w+)/g, (_, name) => name.toLowerCase());

/** A call of something that is not there, or with values it does not take. */
function callWords(error: CelError, functions: readonly ExpressionFunction[]): string {
  const name = withoutPrefix(String((error.node?.args as [unknown] | undefined)?.[0] ?? ''));
  if (error.node?.op === 'rcall') {
    if (!METHODS.includes(name)) return `unknown function ".${name}()"${nearestWords(name, METHODS)}`;
    return `".${name}()" does not go with these values: ${inTypes(/'(.*)'/.exec(error.summary)?.[1] ?? '')}`;
  }
  const signatures = functions.flatMap(({ signature }) => (nameInSignature(signature) === name ? signature : []));
  if (signatures.length > 0) return `"${name}" is ${signatures.join(' or ')}`;
  if (CONVERSIONS.includes(name))
    return inTypes(error.summary).replace('found no matching overload for', 'cannot compute');
  const known = functions.flatMap(({ signature }) => nameInSignature(signature) ?? []);
  return `unknown function "${name}"${nearestWords(name, [...new Set(known), ...CONVERSIONS])}`;
}

const token = (name: string): string => TOKENS[name] ?? name.toLowerCase();

function wordsOf(error: CelError, functions: readonly ExpressionFunction[]): string {
  const { summary } = error;
  switch (error.code) {
    case 'expected_token': {
      const [, expected = '', got = ''] = /Expected (\w+), got (\w+)/.exec(summary) ?? [];
      return `${token(expected)} is expected instead of ${token(got)}`;
    }
    case 'unexpected_token': {
      const got = /Unexpected token: (\w+)/.exec(summary)?.[1] ?? '';
      return got === 'EOF' ? 'the expression ends too early' : `a value is expected instead of ${token(got)}`;
    }
    case 'unexpected_character':
      return `an operator or the end is expected instead of "${summary.replace(/^.*: '?|'$/gs, '')}"`;
    case 'unterminated_string':
      return 'the text has no closing quote';
    case 'reserved_identifier':
      return `"${summary.replace(/^.*: /s, '')}" is a word of the language, not a name`;
    case 'no_matching_overload':
      return callWords(error, functions);
    case 'no_such_overload':
      return `cannot compute ${inTypes(summary.replace(/^no such overload: /, ''))}`;
    case 'incompatible_ternary_branches':
      return `both results of "?:" must be of one type, ${inTypes(summary.replace(/^.*, /s, ''))}`;
    default:
      return inTypes(summary).replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
  }
}

/** What CEL says about an expression, in our words, and where. */
export function celProblem(
  error: unknown,
  functions: readonly ExpressionFunction[],
): { readonly offset: number; readonly message: string } {
  const cel = error as CelError;
  if (typeof cel.summary !== 'string') return { offset: 0, message: (error as Error).message.split('\n')[0]! };
  return { offset: cel.range?.start ?? 0, message: wordsOf(cel, functions).replace(/\s+/g, ' ') };
}

/** Whether this node is a chain of names and literal brackets only. */
export function isPlainPath(node: ASTNode): boolean {
  if (node.op === 'id') return true;
  if (node.op === '.') return isPlainPath(node.args[0]);
  if (node.op !== '[]') return false;
  const [owner, index] = node.args;
  return isPlainPath(owner) && index.op === 'value' && ['string', 'bigint'].includes(typeof index.args);
}
