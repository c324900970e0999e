import type { ASTNode } from '@marcbachmann/cel-js';
import { innerName } from './environment.ts';
import type { Step } from './reading-path.ts';

/** A source's name in an expression, with the steps into its readings. */
export interface Reference {
  readonly source: string;
  readonly offset: number;
  readonly steps: readonly Step[];
}

/** A reference, or a name that stands for something that cannot be followed, such as a computed list's member. */
export type Target = Reference | 'anything';
export type Scope = ReadonlyMap<string, Target>;

const MACROS: ReadonlySet<string> = new Set(['all', 'exists', 'exists_one', 'map', 'filter']);

function indexOf(node: ASTNode): Step {
  const at = { offset: node.start };
  if (node.op !== 'value') return at;
  if (typeof node.args === 'string') return { ...at, index: node.args };
  return typeof node.args === 'bigint' || typeof node.args === 'number' ? { ...at, index: Number(node.args) } : at;
}

/** What a chain of names and brackets refers to; `undefined` when it is no such chain. */
function targetOf(node: ASTNode, scope: Scope): Target | undefined {
  if (node.op === 'id') return scope.get(node.args) ?? { source: node.args, offset: node.start, steps: [] };
  if (node.op !== '.' && node.op !== '[]') return undefined;
  const owner = targetOf(node.args[0], scope);
  if (owner === undefined || owner === 'anything') return owner;
  const step = node.op === '.' ? { name: node.args[1], offset: node.pos } : indexOf(node.args[1]);
  return { ...owner, steps: [...owner.steps, step] };
}

/** What a member of the list is that a node gives. */
export function memberOf(list: ASTNode, scope: Scope): Target {
  const target = targetOf(list, scope);
  if (target === undefined || target === 'anything') return 'anything';
  return { ...target, steps: [...target.steps, { offset: list.start }] };
}

/** The parts of a node that are expressions themselves. */
function partsOf(node: ASTNode): readonly ASTNode[] {
  switch (node.op) {
    case 'value':
    case 'id':
      return [];
    case '.':
    case '.?':
      return [node.args[0]];
    case 'call':
      return node.args[1];
    case 'rcall':
      return [node.args[1], ...node.args[2]];
    case 'map':
      return node.args.flat();
    case '!_':
    case '-_':
      return [node.args];
    default:
      return node.args;
  }
}

/** All references of an expression; gives our own functions their inner names on the way. */
export class ReferenceFinder {
  readonly references: Reference[] = [];
  readonly #functions: ReadonlySet<string>;

  constructor(functions: ReadonlySet<string>) {
    this.#functions = functions;
  }

  visit(node: ASTNode, scope: Scope = new Map()): void {
    const target = targetOf(node, scope);
    if (target !== undefined) this.#visitChain(node, target, scope);
    else if (node.op === 'rcall' && MACROS.has(node.args[0])) this.#visitMacro(node, scope);
    else {
      if (node.op === 'call' && this.#functions.has(node.args[0])) node.args[0] = innerName(node.args[0]);
      for (const part of partsOf(node)) this.visit(part, scope);
    }
  }

  /** Names are taken together as one reference; what stands in brackets is looked at by itself. */
  #visitChain(node: ASTNode, target: Target, scope: Scope): void {
    if (target !== 'anything') this.references.push(target);
    for (let at = node; at.op === '.' || at.op === '[]'; at = at.args[0]) {
      if (at.op === '[]') this.visit(at.args[1], scope);
    }
  }

  /** In `list.map(c, c.busy)` the name `c` stands for any member of the list. */
  #visitMacro(node: ASTNode & { op: 'rcall' }, scope: Scope): void {
    const [, list, [variable, ...rest]] = node.args;
    this.visit(list, scope);
    const member = memberOf(list, scope);
    const inner = variable?.op === 'id' ? new Map(scope).set(variable.args, member) : scope;
    for (const part of rest) this.visit(part, inner);
  }
}
