import { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { commandProblem, commandsOf, type Known } from './commands.ts';
import { anchorsIn, commandsIn, cut, linksIn } from './markdown.ts';
import { typeProblems } from './type-check.ts';

const lcd = new Command('lcd').option('-v, --verbose');
lcd.command('run').argument('[file]').option('--for <time>').option('--emulate');
const known: Known = {
  lcd,
  scripts: { start: 'node packages/cli/bin/lcd.js run', test: 'vitest run', bench: 'node bench.mjs' },
  exists: (path) => path === 'scripts/there.mjs',
};

test('a Markdown file is cut into blocks and prose', () => {
  const text = '# A\n\n```yaml part\na: 1\n```\ntext\n  ```\n  plain\n  ```\n~~~sh\n```\n~~~\nend\n';
  const { blocks, prose } = cut({ path: 'x.md', text });
  expect(blocks).toEqual([
    { path: 'x.md', line: 4, language: 'yaml', isPart: true, marks: ['part'], text: 'a: 1\n' },
    { path: 'x.md', line: 8, language: '', isPart: false, marks: [], text: 'plain\n' },
    { path: 'x.md', line: 11, language: 'sh', isPart: false, marks: [], text: '```\n' },
  ]);
  expect(prose.split('\n').filter(Boolean)).toEqual(['# A', 'text', 'end']);
  expect(() => cut({ path: 'x.md', text: '```\n' })).toThrow('not closed');
});

test('links, anchors and commands of prose', () => {
  const prose = '[a](b.md) ![c](<d.png> "title")\n`[no](x)` <img src="e.png">\n[f]: g.md';
  expect(linksIn(prose)).toEqual([
    { target: 'b.md', line: 1 },
    { target: 'd.png', line: 1 },
    { target: 'e.png', line: 2 },
    { target: 'g.md', line: 3 },
  ]);
  expect(anchorsIn('# One & two: `three`\n## Four')).toEqual(['one--two-three', 'four']);
  expect(commandsIn('`lcd run`, `npm start -- --for 5s`, `lcd.config.yaml`, `npm`')).toEqual([
    'lcd run',
    'npm start -- --for 5s',
  ]);
});

test('commands of a block', () => {
  expect(commandsOf('npm i && npm start # now\n\n# only words\nlcd run \\\n  x\n', 'sh')).toEqual([
    'npm i',
    'npm start',
    'lcd run    x',
  ]);
  expect(commandsOf('$ lcd run | head\npicture\n', 'console')).toEqual(['lcd run', 'head']);
});

describe('a command', () => {
  test.each([
    ['lcd run x.yaml --for 10s --emulate'],
    ['lcd --verbose run'],
    ['npx lcd run [FILE] [--for 10s]'],
    ['lcd --help'],
    ['npm ci'],
    ['npm test'],
    ['npm run bench -- --anything'],
    ['LCDFLOW=1 npm start -- --for 5s'],
    ['node scripts/there.mjs --all'],
    ['git clone nowhere'],
  ])('%s can be typed', (command) => {
    expect(commandProblem(command, known)).toBe(undefined);
  });

  test.each([
    ['lcd rum', 'lcd has no command "rum"'],
    ['lcd run --fro 10s', 'run has no option --fro'],
    ['lcd --emulate', 'lcd has no option --emulate'],
    ['npm run golden', 'there is no script "golden"'],
    ['npm strat', 'npm has no command "strat"'],
    ['npm start -- --fro 5s', 'run has no option --fro'],
    ['npx tsx scripts/gone.ts', 'there is no file scripts/gone.ts'],
  ])('%s cannot', (command, problem) => {
    expect(commandProblem(command, known)).toBe(problem);
  });
});

test('code that does not fit is told with its line', () => {
  const block = { path: 'x/README.md', language: 'ts', isPart: false, marks: [] };
  const right =
    "import { of } from 'rxjs';\nimport { blankFrame } from '@lcdflow/core';\nexport const x = of(blankFrame({ width: 1, height: 1 }));\n";
  const wrong = "const x = 1;\nimport { blankFrame } from '@lcdflow/core';\nblankFrame(x);\n";
  const problems = typeProblems([
    { ...block, line: 3, text: right },
    { ...block, line: 20, text: wrong },
    { ...block, line: 40, text: 'const x = 2;\n' },
  ]);
  expect(problems).toEqual([expect.stringMatching(/^x\/README\.md:22: Argument of type/)]);
}, 60_000);
