import process from 'node:process';
import { LcdError, Secret } from '@lcdflow/core';
import { throwError } from 'rxjs';
import { expect, test, vi } from 'vitest';
import { bench } from '../test/bench.ts';
import { type Answers, fakeServer } from '../test/fake-server.ts';

const HELLO = '* OK hello\r\n';
const answers =
  (name: string, answer: (tag: string) => string): Answers =>
  (command, tag) =>
    command.startsWith(name) ? answer(tag) : undefined;

test.each<[string, string, Answers | undefined, string, object?]>([
  ['no greeting', '', undefined, 'no answer within 50ms', { timeout: '50ms' }],
  ['a greeting without end', 'x'.repeat(5_000_000), undefined, 'answers with a line that does not end'],
  ['garbage', 'SSH-2.0-x\r\n', undefined, 'no answer within 200ms', { timeout: '200ms' }],
  ['bytes', '\x00\xff{\r\n(((\r\n', undefined, 'no answer within 200ms', { timeout: '200ms' }],
  ['it wants nobody', '* BYE too many\r\n', undefined, 'it has closed the connection'],
  ['no answer', HELLO, () => '', 'no answer within 100ms', { timeout: '100ms' }],
  ['no answer later', HELLO, answers('SEARCH', () => ''), 'no answer within 300ms', { timeout: '300ms' }],
  [
    'a line without end',
    HELLO,
    answers('SEARCH', () => `* SEARCH${' 1'.repeat(3_000_000)}`),
    'answers with a line that does not end',
  ],
  [
    'a huge text',
    HELLO,
    answers('SEARCH', () => '* 1 FETCH (ENVELOPE {99999999}\r\n'),
    'answers with more than was asked for',
  ],
  [
    'a refusal that quotes the password',
    HELLO,
    answers('LOGIN', (tag) => `${tag} NO no hunter2\r\n`),
    'user or password is wrong',
  ],
  ['not now', HELLO, answers('LOGIN', (tag) => `${tag} NO [UNAVAILABLE] later\r\n`), 'lets nobody in now'],
  [
    'no password in the clear',
    HELLO,
    answers('CAPABILITY', (tag) => `* CAPABILITY IMAP4rev1 LOGINDISABLED\r\n${tag} OK done\r\n`),
    'takes no password without tls',
  ],
  ['no STARTTLS', HELLO, undefined, 'offers no STARTTLS', { tls: 'starttls' }],
  ['no TLS', HELLO, undefined, 'cannot be asked: ERR_SSL_WRONG_VERSION_NUMBER', { tls: true }],
  ['it does not search', HELLO, answers('SEARCH', (tag) => `${tag} NO no\r\n`), 'does not tell what is unread'],
])('%s', async (_, greeting, answer, reason, options = {}) => {
  const { port, sockets } = await fakeServer(greeting, answer);
  const { watch, logged } = bench({ port, ...options });
  const watching = watch();
  expect(await watching.next()).toEqual({ updated: undefined, stale: true });
  expect(logged).toEqual([`imap: 127.0.0.1:${port}: ${reason}`]);
  expect(logged.join()).not.toContain('hunter2');
  watching.stop();
  await expect.poll(() => sockets.size, { interval: 5 }).toBe(0);
});

test('nobody listens there, and there is no such server', async () => {
  const refusing = bench({ port: 1 });
  await refusing.watch().next();
  expect(refusing.logged).toEqual(['imap: 127.0.0.1:1: it refuses the connection']);
  const nowhere = bench({ host: 'nowhere.invalid', port: 1 });
  await nowhere.watch().next();
  expect(nowhere.logged).toEqual([expect.stringMatching(/^imap: nowhere.invalid:1: its name is not known/)]);
});

test('a password that is not there is told', async () => {
  const gone = new Secret(() => throwError(() => new LcdError('config', 'the environment variable X is not set')));
  const { watch, logged } = bench({ port: 1, password: gone });
  await watch().next();
  expect(logged).toEqual(['imap: 127.0.0.1:1: the environment variable X is not set']);
});

test('IDLE begins anew before the server ends it', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { port, heard } = await fakeServer(HELLO);
  bench({ port }).watch();
  const idles = () => heard.filter((command) => command === 'IDLE').length;
  const real = () => new Promise((resolve) => setImmediate(resolve));
  for (let turn = 0; idles() === 0 && turn < 10_000; turn++) {
    vi.advanceTimersByTime(1);
    await real();
  }
  expect(heard.at(-1)).toBe('IDLE');
  vi.advanceTimersByTime(29 * 60_000);
  for (let turn = 0; idles() < 2 && turn < 10_000; turn++) await real();
  vi.useRealTimers();
  expect(heard.slice(-2)).toEqual(['DONE', 'IDLE']);
});

test('a server that cannot count tells the numbers', async () => {
  const { port } = await fakeServer(HELLO, (command, tag) => {
    if (command.startsWith('EXAMINE')) return `* 3 EXISTS\r\n${tag} OK done\r\n`;
    return command.startsWith('SEARCH') ? `* SEARCH 4 7\r\n${tag} OK done\r\n` : undefined;
  });
  expect(await bench({ port }).watch().next()).toMatchObject({ unread: 2, total: 3, newest: undefined });
});

test('1,000 times shown and left, at any step of the way, nothing is left', async () => {
  const { port, sockets, heard } = await fakeServer(HELLO);
  const { watch, listeners, logged } = bench({ port });
  const heardMore = async (count: number) => {
    const before = heard.length;
    while (heard.length < before + count) await new Promise((resolve) => setImmediate(resolve));
  };
  for (let turn = 0; turn < 1_000; turn++) {
    const watching = watch();
    const step = turn % 10;
    if (step === 0) await watching.until(({ stale }) => stale === false);
    else if (step < 6) await heardMore(step);
    else if (step < 8) await new Promise((resolve) => setImmediate(resolve));
    watching.stop();
  }
  expect(heard).toContain('CAPABILITY');
  expect([listeners(), logged]).toEqual([false, []]);
  const inUse = () => process.getActiveResourcesInfo().filter((name) => /TCPSocket|TLSWrap|Connect|Timeout/.test(name));
  await expect.poll(() => [sockets.size, ...inUse()], { interval: 5, timeout: 5_000 }).toEqual([0]);
}, 60_000);
