import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { lcd, ROOT } from './cli/lcd.ts';

const EXPORTER = '/usr/bin/prometheus-node-exporter';
const HOSTS = ['web', 'mail', 'store', 'door'];

/** A port that is free now. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function exporter(): Promise<number> {
  const port = await freePort();
  const child: ChildProcess = spawn(EXPORTER, [`--web.listen-address=127.0.0.1:${port}`], { stdio: 'ignore' });
  onTestFinished(() => void child.kill());
  return port;
}

test.skipIf(!existsSync(EXPORTER))(
  'the example shows five machines by their exporters (needs apt-get install prometheus-node-exporter)',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lcdflow-hosts-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    let config = readFileSync(join(ROOT, 'examples/five-hosts.yaml'), 'utf8').replaceAll('every: 5s', 'every: 500ms');
    // The last one is not there.
    for (const host of HOSTS.slice(0, 3))
      config = config.replace(`${host}.example:9100`, `127.0.0.1:${await exporter()}`);
    config = config.replace('door.example:9100', `127.0.0.1:${await freePort()}`);
    writeFileSync(join(folder, 'lcd.config.yaml'), config);
    const { status, stdout, stderr } = await lcd(['show', '--after', '5s'], folder);
    expect([status, stderr]).toEqual([0, expect.stringMatching(/^warn: door: .* it refuses the connection\n$/)]);
    // Two rows of pixels in a line, 11 from one machine to the next.
    const lines = stdout.split('\n').slice(1);
    const hasValues = (host: number): boolean =>
      lines.slice(host * 5.5 + 6, host * 5.5 + 9).some((line) => line.includes('██'));
    expect([0, 1, 2, 3, 4].map(hasValues)).toEqual([true, true, true, true, false]);
  },
  60_000,
);
