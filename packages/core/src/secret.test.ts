import { inspect } from 'node:util';
import * as fc from 'fast-check';
import { defer, lastValueFrom, of, throwError } from 'rxjs';
import { expect, test } from 'vitest';
import { LcdError } from './errors.ts';
import { Secret, secretsIn } from './secret.ts';
import { sourceHub } from './source-hub.ts';
import type { Logger, Source } from './types.ts';

const PASSWORD = 'hunter 2+';

test('a secret is given to who asks, and shown to nobody', async () => {
  const secret = new Secret(PASSWORD);
  expect(await lastValueFrom(secret.reveal())).toBe(PASSWORD);
  expect([String(secret), JSON.stringify({ secret }), `${inspect(secret)}`]).toEqual([
    '***',
    '{"secret":"***"}',
    'Secret {}',
  ]);
  expect(secret.hide(`GET /?a=${PASSWORD}&b=${encodeURIComponent(PASSWORD)}: 401`)).toBe('GET /?a=***&b=***: 401');
});

test('one from elsewhere is asked for each time, and the old one is hidden, too', async () => {
  const texts = ['first', 'first and more', 'first', ''];
  const secret = new Secret(() => of(texts.shift()!));
  expect(secret.hide('first')).toBe('first');
  expect(await lastValueFrom(secret.reveal())).toBe('first');
  expect(await lastValueFrom(secret.reveal())).toBe('first and more');
  expect(secret.hide('first and more, first')).toBe('***, ***');
  await lastValueFrom(secret.reveal());
  expect(secret.hide('first and more, first')).toBe('***, ***');
  await lastValueFrom(secret.reveal());
  expect(secret.hide('as it is')).toBe('as it is');
});

test('no message tells it', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 4 }), fc.string(), fc.string(), (text, before, after) => {
      const hidden = new Secret(text).hide(`${before}${text}${after}`);
      expect(hidden.includes(text) && !text.includes('*')).toBe(false);
    }),
  );
});

test('secrets are found, however deep', () => {
  const [a, b] = [new Secret('a'), new Secret('b')];
  expect(secretsIn({ x: [{ a }, null, 3], b })).toEqual([a, b]);
});

test('messages of a source are signed with its name in the config and hide its secrets', async () => {
  const logged: string[] = [];
  const log = { warn: (message: string) => logged.push(message), info: (message: string) => logged.push(message) };
  const token = new Secret(() => of(PASSWORD));
  const source = (name: string): Source => ({
    name,
    meaning: '',
    options: { type: 'object', properties: {}, additionalProperties: false },
    describe: {},
    read: (_, context) =>
      defer(() => {
        context.log.info(`${name}: asking with ${PASSWORD}`);
        return throwError(() => new LcdError('not-found', `${PASSWORD} is refused`));
      }),
  });
  await lastValueFrom(token.reveal());
  const plans = [
    { name: 'ups', source: source('exec'), options: { token } },
    { name: 'disk', source: source('disk'), options: {} },
  ];
  const hub = sourceHub(plans, log as unknown as Logger);
  for (const name of ['ups', 'disk']) {
    const readings: unknown[] = [];
    hub
      .readings(name)
      .subscribe((value) => readings.push(value))
      .unsubscribe();
    expect(readings).toEqual([{}]);
  }
  expect(logged).toEqual([
    'ups: exec: asking with ***',
    'ups: *** is refused',
    `disk: asking with ${PASSWORD}`,
    `disk: ${PASSWORD} is refused`,
  ]);
});
