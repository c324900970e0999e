import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { startChild } from './child.ts';
import { configOf, type Job, type Peer, type Row } from './peer.ts';
import { until } from './until.ts';

/** How long the server takes to listen, in ms: it asks the display first, and waits for its answers. */
const PATIENCE = 20_000;

/** Drivers lie in a folder that is named after the machine. */
function driverFolder(): string {
  const folders = readdirSync('/usr/lib').map((name) => join('/usr/lib', name, 'lcdproc'));
  return folders.find((folder) => existsSync(folder)) ?? '/usr/lib/lcdproc';
}

const serverConfig = (job: Job, tcpPort: number): string => `
[server]
Driver=${job.driver}
DriverPath=${driverFolder()}/
Bind=127.0.0.1
Port=${tcpPort}
User=${userInfo().username}
Foreground=yes
ReportToSyslog=no
ServerScreen=no
[${job.driver}]
${configOf(job)}`;

/** The letters of its own keys; see KeyMap in the config of a case. */
const KEYS = ['Up', 'Down', 'Left', 'Right', 'Enter', 'Escape'];

/** `columns`: those of dots in a letter; bars are as long as that many dots. */
const widget = (row: Row, index: number, columns: number): readonly string[] => {
  const [kind, look] =
    typeof row === 'string' ? ['string', `{${row}}`] : ['hbar', Math.round((row.bar * columns) / 100)];
  return [`widget_add page row${index} ${kind}`, `widget_set page row${index} 1 ${index + 1} ${look}`];
};

/** What the server says of its display. */
const CONNECTED = /^connect .* cellwid (\d+)/m;

const pageCommands = ({ rows, width }: Job, cellWidth: number): string =>
  [
    'client_set -name {lcdflow}',
    `client_add_key ${KEYS.join(' ')}`,
    'screen_add page',
    'screen_set page -heartbeat off -priority foreground',
    ...rows.flatMap((row, index) => widget(row, index, width * cellWidth)),
    '',
  ].join('\n');

/** A port that nobody listens at, just now. */
const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject()));
    });
  });

const connected = (port: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(socket)).once('error', reject);
  });

export const lcdproc: Peer = {
  programs: ['LCDd', 'socat'],
  start: async (job) => {
    const port = await freePort();
    const file = join(job.folder, 'LCDd.conf');
    writeFileSync(file, serverConfig(job, port));
    const server = startChild('LCDd', ['-f', '-c', file]);
    const client = await until('LCDd', () => connected(port), PATIENCE);
    let heard = '';
    client.on('data', (text) => {
      heard += text.toString('latin1');
    });
    client.on('error', () => {});
    client.write('hello\n');
    await until('what LCDd says of its display', () => CONNECTED.test(heard), PATIENCE);
    const [, cellWidth] = CONNECTED.exec(heard)!;
    client.write(pageCommands(job, Number(cellWidth)));
    return {
      said: () => `${server.said()}\n${heard}`,
      keys: () => [...heard.matchAll(/^key (\S+)/gm)].map(([, key]) => key!),
      stop: async () => {
        client.destroy();
        await server.stop();
      },
    };
  },
};
