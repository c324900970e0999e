import { close, constants, existsSync, open } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Socket } from 'node:net';
import { identityOf, unreadable } from '@lcdflow/watch';
import {
  debounceTime,
  defer,
  filter,
  fromEvent,
  ignoreElements,
  map,
  merge,
  Observable,
  repeat,
  share,
  switchMap,
  takeWhile,
  tap,
  throttleTime,
  timer,
} from 'rxjs';

/** Input is taken at most so often (ms): who writes without end waits meanwhile. */
const PACE = 10;
/** ms of silence after which it is made sure that a writer is still there. */
const SILENCE = 50;
/** ms between two looks at a FIFO that writers only open and close. */
const IDLE = 100;

/** Which FIFO lies at a path, or why there is none. */
export async function fifoAt(path: string): Promise<{ readonly identity?: string; readonly problem?: string }> {
  try {
    const found = await stat(path);
    return found.isFIFO()
      ? { identity: identityOf(found) }
      : { problem: `${path}: expected a FIFO, as mkfifo makes it` };
  } catch (error) {
    return { problem: unreadable(path, error).message };
  }
}

/**
 * The bytes that are written into a FIFO, and `end` when the last writer has left. Nothing waits for a writer: it is
 * opened without blocking, and the kernel tells when there is something. An end stays open all the time, so that writers
 * neither wait nor fail, and nothing is lost between two of them.
 */
export function messagesIn(path: string): Observable<Uint8Array | 'end'> {
  return holding(path).pipe(switchMap((held) => visits(held)));
}

/** One visit after the other, each from when it is opened until the last writer has left. */
function visits(path: string): Observable<Uint8Array | 'end'> {
  let isEmpty = true;
  const visit = reading(path).pipe(
    switchMap((socket) => bytesOf(socket, path)),
    tap((message) => {
      isEmpty = message === 'end' && isEmpty;
    }),
    takeWhile((message) => message !== 'end', true),
  );
  return defer(() => {
    isEmpty = true;
    return visit;
  }).pipe(repeat({ delay: () => timer(isEmpty ? IDLE : PACE) }));
}

/**
 * Keeps an end open that nothing is read from; emits a path that leads to this very FIFO. Another one may lie at its own
 * path meanwhile: who opened and left that one would set its writers free, and lose what they wrote.
 */
const holding = (path: string): Observable<string> =>
  opened(path, (fd, tell) => {
    const own = `/proc/self/fd/${fd}`;
    tell(existsSync(own) ? own : path);
    return () => close(fd);
  });

/** Opens an end to read from. */
const reading = (path: string): Observable<Socket> =>
  opened(path, (fd, tell) => {
    const socket = new Socket({ fd, readable: true, writable: false });
    socket.on('error', () => undefined);
    tell(socket);
    return () => socket.destroy();
  });

/** `use` gets the open end and returns what closes it. */
function opened<T>(path: string, use: (fd: number, tell: (value: T) => void) => () => void): Observable<T> {
  return new Observable((subscriber) => {
    let leave: (() => void) | undefined;
    open(path, constants.O_RDONLY | constants.O_NONBLOCK, (error, fd) => {
      if (error) subscriber.error(unreadable(path, error));
      else if (subscriber.closed) close(fd);
      else leave = use(fd, (value) => subscriber.next(value));
    });
    return () => leave?.();
  });
}

function bytesOf(socket: Socket, path: string): Observable<Uint8Array | 'end'> {
  const bytes = fromEvent(socket, 'readable').pipe(
    throttleTime(PACE, undefined, { leading: true, trailing: true }),
    map(() => socket.read() as Buffer | null),
    filter((piece) => piece !== null),
    share(),
  );
  const asked = bytes.pipe(
    debounceTime(SILENCE),
    tap(() => knock(path)),
    ignoreElements(),
  );
  const end = merge(fromEvent(socket, 'end'), fromEvent(socket, 'close')).pipe(map(() => 'end' as const));
  return merge(bytes, asked, end);
}

/**
 * The kernel does not tell of a writer that had left before this end was opened. It does when one more comes and goes, if
 * there is no other.
 */
function knock(path: string): void {
  open(path, constants.O_WRONLY | constants.O_NONBLOCK, (error, fd) => {
    if (!error) close(fd);
  });
}
