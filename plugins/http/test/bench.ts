import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readings, Source, SourceContext } from '@lcdflow/core';
import { concat, defer, type Observable, of, Subject } from 'rxjs';
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
export function bench(source: Source, options: object) {
  const logged: string[] = [];
  const write = (message: string) => logged.push(message);
  const later = new Subject<number>();
  let now = 0;
  const ticks = () =>
    concat(
      defer(() => of(now)),
      later,
    );
  const context: SourceContext = { ticks, log: { debug: write, info: write, warn: write, error: write } };
  const readings = source.read(options as never, context);
  const tick = () => {
    now += 1000;
    later.next(now);
  };
  return { logged, tick, watch: () => watch(readings) };
}

function watch(readings: Observable<Readings>) {
  const seen: Readings[] = [];
  let told = 0;
  let wake = () => {};
  const subscription = readings.subscribe((value) => {
    seen.push(value);
    wake();
  });
  const stop = () => subscription.unsubscribe();
  onTestFinished(stop);
  const next = async (): Promise<Readings> => {
    if (told === seen.length)
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    return seen[told++]!;
  };
  return { seen, next, stop };
}
