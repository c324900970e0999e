import type { ExpressionFunction } from '@lcdflow/core';
import { Environment } from '@marcbachmann/cel-js';
import { joinWords } from './functions.ts';

/** Put before our functions' names inside CEL, so that `bytes` and `duration` are not CEL's conversions. */
const PREFIX = 'lcd_';
const SIGNATURE = /^([A-Za-z_]\w*)\(([^()]*)\): ?([\w<>, ]+)$/;

type Arithmetic = (left: number, right: number) => number;
const ARITHMETIC: Readonly<Record<string, Arithmetic>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '%': (left, right) => left % right,
};

/** The function's name in a signature such as `celsius(double): double`; `undefined` when it is not one. */
export const nameInSignature = (signature: string): string | undefined => SIGNATURE.exec(signature)?.[1];

const isShipped = (left: string, op: string): boolean => left === 'double' && op !== '%';

/** Readings are doubles and `100` is an int: lets them be mixed, and texts be joined with anything. */
function addOperators(environment: Environment): void {
  for (const [op, compute] of Object.entries(ARITHMETIC)) {
    const mixed = (left: unknown, right: unknown): number => compute(Number(left), Number(right));
    if (!isShipped('double', op)) environment.registerOperator(`double ${op} double: double`, mixed);
    environment.registerOperator(`double ${op} int: double`, mixed);
    environment.registerOperator(`int ${op} double: double`, mixed);
  }
  environment.registerOperator('double == int', (left: number, right: bigint) => left === Number(right));
  for (const other of ['double', 'int', 'bool']) {
    environment.registerOperator(`string + ${other}: string`, joinWords);
    environment.registerOperator(`${other} + string: string`, joinWords);
  }
}

/** Every way to put ints where doubles are asked for. */
function overloads(types: readonly string[]): readonly (readonly string[])[] {
  return types.reduce<readonly (readonly string[])[]>(
    (lists, type) => {
      const choices = type === 'double' ? ['double', 'int'] : [type];
      return lists.flatMap((list) => choices.map((choice) => [...list, choice]));
    },
    [[]],
  );
}

/** Adds one function. Throws an Error with a reason when the signature is wrong or overlaps with another. */
function addFunction(environment: Environment, { signature, call }: ExpressionFunction): void {
  const [, name, parameters, result] = SIGNATURE.exec(signature) ?? [];
  if (name === undefined) throw new Error(`a signature such as "celsius(double): double" is expected`);
  const types = parameters!.split(',').flatMap((type) => type.trim() || []);
  const handler = (...values: unknown[]): unknown =>
    call(...(values.map((value, index) => (types[index] === 'double' ? Number(value) : value)) as never[]));
  for (const list of overloads(types))
    environment.registerFunction(`${PREFIX}${name}(${list.join(', ')}): ${result!.trim()}`, handler, { async: false });
}

/** CEL with our operators and functions. */
export interface Language {
  readonly environment: Environment;
  /** Those that could be added. */
  readonly functions: readonly ExpressionFunction[];
  /** Why each function could not be added, in the order they were given; `undefined` for those that could. */
  readonly refusals: readonly (string | undefined)[];
}

function refusalOf(environment: Environment, candidate: ExpressionFunction): string | undefined {
  try {
    addFunction(environment, candidate);
    return undefined;
  } catch (error) {
    const { message } = error as Error;
    return /overlaps/.test(message) ? 'there is one that takes the same' : withoutPrefix(message);
  }
}

/** CEL with mixed numbers and these functions; one with a signature that is taken is refused. */
export function createLanguage(functions: readonly ExpressionFunction[]): Language {
  const environment = new Environment({
    unlistedVariablesAreDyn: true,
    homogeneousAggregateLiterals: false,
    limits: { maxAstNodes: 2000, maxDepth: 100 },
  });
  addOperators(environment);
  const refusals = functions.map((candidate) => refusalOf(environment, candidate));
  return { environment, functions: functions.filter((_, index) => refusals[index] === undefined), refusals };
}

/** The name a function has inside CEL. */
export const innerName = (name: string): string => `${PREFIX}${name}`;
/** A message of CEL with functions as people write them. */
export const withoutPrefix = (message: string): string => message.replaceAll(PREFIX, '');
