import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkConfig } from '../src/check.ts';
import { formatProblem } from '../src/problem.ts';
import { fakePlugin } from './fake-plugins.ts';
import { programWords } from './program-words.ts';

const FOLDER = fileURLToPath(new URL('./cases', import.meta.url));
const isWriting = process.env.LCDFLOW_GOLDEN === 'write';

describe.each(readdirSync(FOLDER).sort())('%s', (name) => {
  const at = (file: string): string => join(FOLDER, name, file);
  const text = readFileSync(at('lcd.config.yaml'), 'utf8');
  const { program, problems } = checkConfig(text, 'lcd.config.yaml', [fakePlugin]);
  const [file, actual] =
    program === undefined
      ? ['expected.error', problems.map((problem) => `${formatProblem(problem)}\n`).join('')]
      : ['expected.program.txt', programWords(program)];

  test(`is as ${file} says`, () => {
    if (isWriting) writeFileSync(at(file), actual);
    expect(existsSync(at(file)), `${at(file)} is expected, but it is:\n${actual}`).toBe(true);
    expect(actual).toBe(readFileSync(at(file), 'utf8'));
    expect(readdirSync(join(FOLDER, name))).toHaveLength(2);
  });

  // A folder's name says how many mistakes it has: none, `-and-` joins several, all others have one.
  test('tells each mistake on one line', () => {
    const mistakes = file === 'expected.error' ? name.split('-and-').length : 0;
    expect(problems.map(formatProblem)).toHaveLength(mistakes);
  });
});
