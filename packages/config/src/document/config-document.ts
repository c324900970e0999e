import type { ConfigPath } from '@lcdflow/core';
import { Document, isScalar, LineCounter, type Node, parseDocument, visit, type YAMLError, YAMLParseError } from 'yaml';
import { type Problem, pathWords } from '../problem.ts';
import { offsetInSource } from './scalar-offsets.ts';
import { type Place, placeKey, plainDocument } from './yaml-value.ts';
import { yamlWords } from './yaml-words.ts';

/** Which letter a problem points at. */
export type Spot = 'key' | 'value' | { readonly letter: number };

/** A config as plain values that knows where each of them stands in the file. */
export interface ConfigDocument {
  readonly file: string;
  /** `undefined` when the file is no YAML. */
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** A problem at a path; where the path is not in the file, at the nearest one above that is. */
  problem(path: ConfigPath, spot: Spot, message: string): Problem;
}

const EMPTY = 'the file is empty; "displays" and "pages" are expected';

function placeOf(places: ReadonlyMap<string, Place>, path: ConfigPath): { place?: Place; found: boolean } {
  for (let length = path.length; length >= 0; length--) {
    const place = places.get(placeKey(path.slice(0, length)));
    if (place !== undefined) return { place, found: length === path.length };
  }
  return { found: false };
}

function offsetOf(text: string, { value, key }: Place, spot: Spot): number {
  const node: Node | null | undefined = spot === 'key' ? (key ?? value) : (value ?? key);
  const [start, end] = node?.range ?? [0, 0];
  if (typeof spot === 'string' || !isScalar(node) || typeof node.value !== 'string') return start;
  return start + offsetInSource(node.value, text.slice(start, end), node.type, spot.letter);
}

/** An empty value has no letters: its key is pointed at instead. */
const hasLetters = ({ value }: Place): boolean => value?.range != null && value.range[1] > value.range[0];

/** The YAML reader goes down into nested values by calling itself: thousands of levels are too many for it. */
function parse(text: string, lineCounter: LineCounter): Document {
  try {
    return parseDocument(text, { lineCounter, prettyErrors: false, version: '1.2' }) as unknown as Document;
  } catch {
    const broken = new Document();
    broken.errors.push(new YAMLParseError([0, 0], 'IMPOSSIBLE', 'Nested too deeply'));
    return broken;
  }
}

/** A quote that is never closed is missed at the end of the file: points at its beginning instead. */
function startOf({ pos, message }: YAMLError, parsed: Document): number {
  let start = pos[0];
  if (!message.startsWith('Missing closing')) return start;
  visit(parsed, {
    Scalar(_, { range, type }) {
      if (range && range[0] <= pos[0] && type?.startsWith('QUOTE')) start = range[0];
    },
  });
  return start;
}

/** Once the reader is out of step, what it says about the rest of the line is no news. */
const firstOfEachLine = (problems: readonly Problem[]): Problem[] =>
  problems.filter(({ line }, index) => problems.findIndex((other) => other.line === line) === index);

/** Reads a config's text. Never throws: what is wrong is in `problems`. */
export function readDocument(text: string, file: string): ConfigDocument {
  const lineCounter = new LineCounter();
  const parsed = parse(text, lineCounter);
  const at = (offset: number, path: ConfigPath, message: string): Problem => {
    const { line, col } = lineCounter.linePos(Math.min(offset, text.length));
    return { file, line: Math.max(1, line), column: Math.max(1, col), path: pathWords(path), message };
  };
  const faults = [...parsed.errors, ...parsed.warnings];
  const problems = firstOfEachLine(faults.map((fault) => at(startOf(fault, parsed), [], yamlWords(fault))));
  const broken = parsed.errors.some(({ code }) => code !== 'DUPLICATE_KEY');
  const plain = broken ? undefined : plainDocument(parsed);
  for (const { offset, path, message } of plain?.problems ?? []) problems.push(at(offset, path, message));
  const isEmpty = plain !== undefined && plain.problems.length === 0 && plain.value === null;
  if (isEmpty) problems.push(at(0, [], EMPTY));
  const places = plain?.places ?? new Map<string, Place>();
  return {
    file,
    value: isEmpty ? undefined : plain?.value,
    problems,
    problem(path, spot, message) {
      const { place, found } = placeOf(places, path);
      const pointed = found ? (spot === 'value' && place && !hasLetters(place) ? 'key' : spot) : 'value';
      return at(place ? offsetOf(text, place, pointed) : 0, path, message);
    },
  };
}
