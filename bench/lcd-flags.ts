import { readFileSync } from 'node:fs';

/** What node is to run `lcd` with, as the first line of the command's file has it. */
export const lcdFlags = (file: string): readonly string[] =>
  readFileSync(file, 'utf8')
    .split('\n', 1)[0]!
    .split(' ')
    .filter((word) => word.startsWith('--'));
