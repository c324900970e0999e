import { readFileSync } from 'node:fs';
import { matchesGolden, sourceChapter } from '@lcdflow/testkit';
import { test } from 'vitest';
import events from './index.ts';

const README = new URL('../README.md', import.meta.url);
const BEGIN = '<!-- what follows is written by src/readme.test.ts -->\n';

test('README tells the source as it describes itself', () => {
  const readme = readFileSync(README, 'utf8');
  const byHand = readme.slice(0, readme.indexOf(BEGIN) + BEGIN.length);
  matchesGolden(README, `${byHand}\n${events().sources!.map(sourceChapter).join('\n\n')}\n`);
});
