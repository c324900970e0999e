import { expect, test } from 'vitest';
import { firstExpression } from './template.ts';

test.each([
  ['{{ cpu.busy }} %, {{ load.one }}', 'cpu.busy'],
  ['CPU {{pad("}}", 3)}}', 'pad("}}", 3)'],
  ['\\{{ no }} {{ yes }}', 'yes'],
  ['only words', undefined],
  ['{{ never closed', undefined],
])('the first expression of %j is %j', (template, expression) => {
  expect(firstExpression(template)).toBe(expression);
});
