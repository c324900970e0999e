import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Source } from '@lcdflow/core';
import { sourceBench } from '@lcdflow/testkit';
import { onTestFinished } from 'vitest';

/** An empty folder that is gone after the test. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'lcdflow-http-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** A web server of this test on loopback. */
export interface Site {
  readonly url: string;
  readonly server: Server;
  /** Closes it with all connections. */
  close(): Promise<void>;
}

async function opened(server: Server, scheme: string, port: number): Promise<Site> {
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const close = () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    return closed;
  };
  onTestFinished(close);
  return { url: `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`, server, close };
}

/** A server that answers so. */
export const site = (answer: RequestListener, port = 0): Promise<Site> => opened(createServer(answer), 'http', port);

/** One with a certificate for this name, signed by itself; `file` holds it. */
export async function tlsSite(answer: RequestListener, name: string): Promise<Site & { readonly file: string }> {
  const at = folder();
  const [key, file] = [join(at, 'key.pem'), join(at, 'cert.pem')];
  const subject = ['-subj', '/CN=lcdflow', '-addext', `subjectAltName=${name}`];
  const make = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
  execFileSync('openssl', [...make, ...subject, '-keyout', key, '-out', file], { stdio: 'ignore' });
  const server = createTlsServer({ key: readFileSync(key), cert: readFileSync(file) }, answer);
  return { ...(await opened(server as unknown as Server, 'https', 0)), file };
}

/** A source on a clock that is moved by hand, a second with each tick. */
export const bench = (source: Source, options: object) =>
  sourceBench((context) => source.read(options as never, context), onTestFinished);
