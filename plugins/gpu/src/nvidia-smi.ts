import { type ChildProcessByStdio, spawn } from 'node:child_process';
import process from 'node:process';
import type { Readable } from 'node:stream';
import { LcdError, lineCutter, plainText } from '@lcdflow/core';
import {
  catchError,
  concat,
  defer,
  fromEvent,
  ignoreElements,
  map,
  merge,
  type Observable,
  of,
  repeat,
  switchMap,
  timeout,
  timer,
  type Unsubscribable,
  using,
} from 'rxjs';
import { type Card, memoryOf, share, unknownCard } from './card.ts';

const FIELDS =
  'index,name,pci.bus_id,utilization.gpu,memory.used,memory.total,temperature.gpu,power.draw,clocks.gr,fan.speed';
const MEBIBYTE = 2 ** 20;
const LONGEST_LINE = 1000;
const MOST_LINES = 200;
/** ms between two starts: at first, and at most. */
const [SOON, LATE] = [1_000, 60_000];

/** What nvidia-smi says now, or why it says nothing. */
export interface Said {
  readonly cards: readonly Card[];
  readonly problem?: string;
}

type Child = ChildProcessByStdio<null, Readable, Readable>;

/**
 * The cards that nvidia-smi tells of, every `seconds` (whole): one process that goes on while this is subscribed. When it
 * ends or is silent it is started again, after a second, then two, four … up to a minute.
 */
export function nvidiaSmi(seconds: number): Observable<Said> {
  let pause = SOON;
  const patience = Math.max(10, seconds * 3) * 1000;
  const once = defer(() => running(seconds)).pipe(
    timeout({ each: patience }),
    map((cards): Said => {
      pause = SOON;
      return { cards };
    }),
  );
  return once.pipe(
    catchError((error: unknown) => {
      const wait = pause;
      pause = Math.min(LATE, pause * 2);
      return concat(of<Said>({ cards: [], problem: problemOf(error) }), timer(wait).pipe(ignoreElements()));
    }),
    repeat(),
  );
}

function problemOf(error: unknown): string {
  return error instanceof LcdError ? error.message : 'nvidia-smi: no answer';
}

function running(seconds: number): Observable<readonly Card[]> {
  return using(
    (): Unsubscribable & { readonly child: Child } => {
      const child = start(seconds);
      const end = () => endGroup(child);
      process.once('exit', end);
      return {
        child,
        unsubscribe: () => {
          process.off('exit', end);
          end();
        },
      };
    },
    (resource) => said((resource as unknown as { child: Child }).child),
  );
}

function start(seconds: number): Child {
  const child = spawn('nvidia-smi', [`--query-gpu=${FIELDS}`, '--format=csv,noheader,nounits', '-l', `${seconds}`], {
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  // It may complain when nobody listens any more.
  for (const emitter of [child, child.stdout, child.stderr]) emitter.on('error', () => undefined);
  return child;
}

/** It only reads, so nothing is lost when it has no time to say goodbye. */
function endGroup(child: Child): void {
  child.stdout.destroy();
  child.stderr.destroy();
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
  } catch {
    // It has just gone by itself.
  }
}

/** All cards anew with each line. */
function said(child: Child): Observable<readonly Card[]> {
  const cutter = lineCutter(LONGEST_LINE, MOST_LINES);
  const cards = new Map<string, Card>();
  let complaint = '';
  const output = fromEvent(child.stdout, 'data').pipe(
    switchMap((bytes) => {
      const lines = cutter.add(bytes as Buffer);
      const found = lines.flatMap((line) => parseLine(line) ?? []);
      if (found.length === 0 && lines.length > 0) complaint = lines[0]!;
      for (const card of found) cards.set(card.id, card);
      return found.length === 0 ? [] : [[...cards.values()]];
    }),
  );
  const complaints = fromEvent(child.stderr, 'data').pipe(
    switchMap((bytes) => {
      complaint = String(bytes).slice(0, LONGEST_LINE);
      return [];
    }),
  );
  const failure = fromEvent(child, 'error').pipe(
    map((error): never => {
      throw notStarted(error as NodeJS.ErrnoException);
    }),
  );
  const ended = fromEvent(child, 'close').pipe(
    map((): never => {
      throw ending(complaint || cutter.rest() || 'it ended');
    }),
  );
  return merge(output, complaints, failure, ended);
}

function notStarted({ code }: NodeJS.ErrnoException): LcdError {
  if (code === 'ENOENT')
    return new LcdError(
      'not-found',
      'no nvidia-smi: install it (Debian: package nvidia-smi), of the same version as the driver',
    );
  return new LcdError('permission', `nvidia-smi: cannot be started: ${code}`);
}

function ending(complaint: string): LcdError {
  const words = plainText(complaint).trim().split('\n')[0];
  const hint = /permission/i.test(complaint) ? ': permission: add the user to group video or render' : '';
  return new LcdError('disconnected', `nvidia-smi: ${words}${hint}`);
}

/** A line of csv without units: MiB, °C, W, MHz, %; `[N/A]` for what a card does not say. Nothing when it is none. */
export function parseLine(line: string): Card | undefined {
  const [index, name, address, ...values] = line.split(',').map((word) => plainText(word).trim());
  if (index === undefined || !/^\d{1,3}$/.test(index) || !name || !address || values.length < 7) return undefined;
  const [busy, used, total, celsius, power, megahertz, fan] = values.map(numberOf);
  const inBytes = (mebibytes: number | undefined) => (mebibytes === undefined ? undefined : mebibytes * MEBIBYTE);
  return {
    ...unknownCard(`gpu${index}`, address.toLowerCase().replace(/^0000(?=[\da-f]{4}:)/, ''), name),
    busy: share(busy),
    memory: memoryOf(inBytes(used), inBytes(total)),
    celsius,
    power,
    frequency: megahertz === undefined ? undefined : megahertz * 1e6,
    fan: share(fan),
  };
}

const numberOf = (word: string): number | undefined => (/^\d{1,9}(\.\d{1,6})?$/.test(word) ? Number(word) : undefined);
