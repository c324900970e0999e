import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { folder } from './bench.ts';

// Answers as Docker does, written from the Docker Engine API 1.43: ContainerList, ContainerStats, SystemEvents, ImageList.

/** The 64 hexadecimal digits of container 1, 2 … */
export const idOf = (number: number): string => number.toString(16).padStart(64, '0');

/** An entry of a list. */
export const entry = (number: number, name: string, State = 'running', Status = 'Up 3 hours') => ({
  ...{ Id: idOf(number), Names: [`/${name}`], Image: `${name}:latest`, ImageID: `sha256:${idOf(number)}` },
  ...{ Command: '/run', Created: 1_763_000_000, Ports: [], Labels: {}, State, Status, Mounts: [] },
});

/** Statistics with one-shot: what was before is 0. */
export const statistics = (used: number, machine: number, usage = 50_000_000) => ({
  read: '2026-11-21T06:00:00Z',
  cpu_stats: { cpu_usage: { total_usage: used }, system_cpu_usage: machine, online_cpus: 2 },
  precpu_stats: { cpu_usage: { total_usage: 0 } },
  memory_stats: { usage, stats: { inactive_file: 10_000_000 }, limit: 8_000_000_000 },
});

/** Docker at a socket of this test. */
export interface FakeEngine {
  readonly socket: string;
  list: unknown;
  stats: unknown;
  /** Who answers in its place, by path. */
  readonly instead: Map<string, RequestListener>;
  /** Paths that were asked for. */
  readonly asked: string[];
  readonly listeners: Set<ServerResponse>;
  /** One event of a container. */
  event(Action: string, number?: number): void;
  /** Bytes on the event stream as they are. */
  raw(bytes: string): void;
  connections(): Promise<number>;
  /** Its socket goes with it. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

export async function fakeEngine(): Promise<FakeEngine> {
  const socket = join(folder(), 'docker.sock');
  let server: Server;
  const listeners = new Set<ServerResponse>();
  const engine: FakeEngine = {
    ...{ socket, list: [], stats: {}, instead: new Map(), asked: [], listeners },
    event: (Action, number = 1) => {
      const told = {
        status: Action,
        id: idOf(number),
        Type: 'container',
        Action,
        Actor: { ID: idOf(number) },
        scope: 'local',
      };
      engine.raw(`${JSON.stringify({ ...told, time: 1_763_000_000, timeNano: 1_763_000_000_000_000_000 })}\n`);
    },
    raw: (bytes) => {
      for (const listener of listeners) listener.write(bytes);
    },
    connections: () => new Promise((resolve) => server.getConnections((_, count) => resolve(count))),
    stop: () => closed(server),
    start: async () => {
      server = createServer(answering(engine));
      await new Promise<void>((resolve) => server.listen(socket, resolve));
    },
  };
  await engine.start();
  onTestFinished(() => engine.stop());
  return engine;
}

function closed(server: Server): Promise<void> {
  const gone = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  return gone;
}

const answering =
  (engine: FakeEngine): RequestListener =>
  (question, answer) => {
    const { pathname, search } = new URL(question.url!, 'http://localhost');
    engine.asked.push(pathname + decodeURIComponent(search));
    const instead = engine.instead.get(pathname);
    answer.setHeader('api-version', '1.43').setHeader('content-type', 'application/json');
    if (instead) return instead(question, answer);
    if (pathname === '/events') {
      engine.listeners.add(answer);
      answer.on('close', () => engine.listeners.delete(answer));
      return answer.flushHeaders();
    }
    if (pathname === '/containers/json') return void answer.end(`${JSON.stringify(engine.list)}\n`);
    if (pathname === '/images/json') return void answer.end('[{}, {}, {}]');
    if (/^\/containers\/[0-9a-f]+\/stats$/.test(pathname)) return void answer.end(JSON.stringify(engine.stats));
    return void answer.writeHead(404).end('{"message":"page not found"}');
  };
