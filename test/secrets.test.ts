import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createWeb } from 'node:http';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { killAll, lcd, start } from './cli/lcd.ts';

// Secrets are in the config, the environment, files and addresses; servers and commands say them back. No output has one.

const folder = mkdtempSync(join(tmpdir(), 'lcdflow-secrets-'));
const servers: Server[] = [];

const listening = async (server: Server): Promise<number> => {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
};

/** Refuses, with all it was told as reason, headers and body. */
const echo = createWeb(({ url, headers }, answer) => {
  const said = `${url} ${headers.authorization ?? ''} ${headers['x-token'] ?? ''}`;
  if (url?.startsWith('/away')) answer.writeHead(302, { location: `/hunter2-away?${headers['x-token']}` }).end();
  else answer.writeHead(403, said.replace(/[^ -~]/g, ''), { 'x-said': said }).end(said);
});
/** Says what it hears to whoever speaks, whatever the language. */
const parrot = createServer((socket) => socket.on('error', () => {}).pipe(socket));
/** Refuses a login with the password. */
const mail = createServer((socket) => {
  socket.on('error', () => {}).write('* OK hello\r\n');
  socket.on('data', (piece) => {
    const [, tag, name] = /^(\S+) (\S+)/.exec(String(piece)) ?? [];
    socket.write(name === 'CAPABILITY' ? `* CAPABILITY IMAP4rev1\r\n${tag} OK\r\n` : `${tag} NO ${piece}`);
  });
});

const config = (web: number, bird: number, post: number): string => `
sources:
  inline: { source: http, url: 'http://she:hunter2-url@127.0.0.1:${web}/a?key=hunter2-query', headers: { X-Token: hunter2-inline } }
  named: { source: http, url: 'http://127.0.0.1:${web}/b', user: me, password: { env: LCDFLOW_HUNTER }, parameters: { key: { file: secret } } }
  away: { source: http, url: 'http://127.0.0.1:${web}/away', headers: { X-Token: { file: secret } } }
  metrics: { source: prometheus, url: 'http://she:hunter2-url@127.0.0.1:${web}/m?key=hunter2-query', metrics: { a: { name: a } } }
  broker: { source: mqtt, url: 'mqtt://she:hunter2-url@127.0.0.1:${bird}', readings: { a: a } }
  player: { source: mpd, timeout: 1s, host: 127.0.0.1, port: ${bird}, password: { file: secret } }
  mail: { source: imap, host: 127.0.0.1, port: ${post}, user: me, password: { file: secret }, tls: false }
  days: { source: calendar, calendars: ['http://she:hunter2-url@127.0.0.1:${web}/hunter2-path?hunter2-query', { url: { file: secret } }] }
  says: { source: exec, command: 'echo $TOKEN >&2; exit 3', shell: true, environment: { TOKEN: { env: LCDFLOW_HUNTER } } }
  lost: { source: exec, command: 'curl -u me:hunter2-words there', shell: true, folder: nowhere }
  gone: { source: http, url: 'http://127.0.0.1:${web}/c', password: { env: LCDFLOW_NONE }, user: me }
displays:
  wall: { driver: picolcd, model: 256x64, device: emulated }
pages:
  all:
    column:
${['inline', 'named', 'away', 'broker', 'player', 'mail', 'days', 'says', 'lost', 'gone']
  .map((name) => `      - { text: '{{ ${name}.stale }}', size: 6px }`)
  .join('\n')}
`;

beforeAll(async () => {
  vi.stubEnv('LCDFLOW_HUNTER', 'hunter2-env');
  writeFileSync(join(folder, 'secret'), 'hunter2-file\n', { mode: 0o600 });
  const [web, bird, post] = [await listening(echo), await listening(parrot), await listening(mail)];
  writeFileSync(join(folder, 'lcd.config.yaml'), config(web!, bird!, post!));
});

afterAll(() => {
  killAll();
  vi.unstubAllEnvs();
  for (const server of servers) server.close();
  rmSync(folder, { recursive: true });
});

/** How secrets may look on the way. */
const FORMS = /hunter2|aHVudGVyM|h1bnRlcj|odW50ZXIy|68756e74657232/i;

const PATIENT = { timeout: 60_000 };
const NAMES = 'inline named away metrics broker player mail days says lost gone'.split(' ');

/** What is told of each source, by its name. */
const told = (words: string): Readonly<Record<string, unknown>> => {
  const all = JSON.parse(words) as readonly { readonly name: string; readonly missing?: string }[];
  return Object.fromEntries(all.map(({ name, missing }) => [name, missing]));
};

const WRONG = `
sources:
  a: { source: http, url: 'htp://she:hunter2@there/?key=hunter2', headers: hunter2, passwort: hunter2 }
  b: { source: http, url: 'http://there', headers: { A: [hunter2] }, password: { envi: hunter2 } }
  c: { source: mqtt, url: 'mq://she:hunter2@there', readings: { a: a } }
  d: { source: calendar, calendars: 'htp://she:hunter2@there' }
  e: { source: exec, command: a, environment: { A: { file: [hunter2] } } }
displays: { wall: { driver: picolcd, model: 256x64, pages: [all] } }
pages: { all: { text: x } }
`;

test.concurrent('a config that is right, and one with mistakes where secrets are', PATIENT, async () => {
  expect(await lcd(['check'], folder)).toMatchObject({ status: 0, stderr: '' });
  writeFileSync(join(folder, 'wrong.yaml'), WRONG);
  const { status, stdout, stderr } = await lcd(['check', 'wrong.yaml'], folder);
  expect([status, stdout, stderr.trim().split('\n').length]).toEqual([2, '', 8]);
  expect(stderr).not.toMatch(FORMS);
});

test.concurrent.each([[[]], [['--json', '--watch', '--for', '2s']]])('lcd sources %j', PATIENT, async (words) => {
  const { status, stdout, stderr } = await lcd(['sources', ...words], folder);
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).not.toMatch(FORMS);
});

test.concurrent('each source says why its values are missing', PATIENT, async () => {
  const missing = told((await lcd(['sources', '--json'], folder)).stdout);
  for (const name of NAMES) expect(missing[name], name).toBeDefined();
  expect(missing).toMatchObject({ says: 'says: exec: ended by 3: ***', broker: 'no answer within 3 s' });
});

test.concurrent('lcd run, and the trace of the wire', PATIENT, async () => {
  const running = start(['run', '--verbose', '--for', '50s', '--trace', 'trace'], folder);
  const shown = NAMES.filter((one) => one !== 'broker' && one !== 'metrics');
  await Promise.all(shown.map((name) => running.says(`warn: ${name}: `)));
  running.kill('SIGTERM');
  const { stdout, stderr } = await running.ended;
  expect(`${stdout}${stderr}${readFileSync(join(folder, 'trace'), 'utf8')}`).not.toMatch(FORMS);
});
