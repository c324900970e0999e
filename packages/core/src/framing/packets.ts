import { concatMap, defer, type OperatorFunction } from 'rxjs';
import { LcdError } from '../errors.ts';

/** What a parser finds at the beginning of some bytes: a packet, not enough yet, or bytes that belong to none. */
export type Parsed<T> =
  | 'more'
  | { readonly packet: T /** Bytes it takes, at least 1. */; readonly used: number }
  | { /** Bytes to leave out, at least 1. */ readonly skip: number };

/** Looks at the next bytes, always from the first one that no packet has had. May keep them: nobody writes to them. */
export type Parse<T> = (bytes: Uint8Array) => Parsed<T>;

/** How packets are taken out of a stream of bytes. */
export interface FramingOptions {
  /** Bytes of the longest packet: a parser sees no more at once, and nothing longer is ever kept. 1024 when left out. */
  readonly max?: number;
  /** Told of bytes that belong to no packet, how many there are. */
  readonly garbage?: (bytes: number) => void;
}

/**
 * Takes packets out of a stream of bytes that comes in any pieces. A parser that wants more of `max` bytes leaves out
 * the first of them, so that no garbage can hold up what comes behind it. Whoever subscribes begins with the next piece:
 * share it, and keep it subscribed between packets. Errors with `protocol` if the parser takes no byte, or some that are
 * not there.
 */
export const packets =
  <T>(
    parse: Parse<T>,
    { max = 1_024, garbage = () => undefined }: FramingOptions = {},
  ): OperatorFunction<Uint8Array, T> =>
  (pieces) =>
    defer(() => {
      let rest = new Uint8Array();
      function* taken(piece: Uint8Array): Generator<T> {
        rest = joined(rest, piece);
        while (rest.length > 0) {
          const seen = rest.subarray(0, max);
          const parsed = parse(seen);
          if (parsed === 'more' && seen.length < max) return;
          const found = parsed === 'more' ? { skip: 1 } : parsed;
          const bytes = 'skip' in found ? found.skip : found.used;
          if (!(bytes >= 1 && bytes <= seen.length)) throw wrong(bytes, seen.length);
          rest = rest.subarray(bytes);
          if ('skip' in found) garbage(bytes);
          else yield found.packet;
        }
      }
      return pieces.pipe(concatMap(taken));
    });

/** Always a copy, since pieces belong to whoever sent them. */
function joined(one: Uint8Array, two: Uint8Array): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(one.length + two.length);
  all.set(one);
  all.set(two, one.length);
  return all;
}

const wrong = (bytes: number, there: number): LcdError =>
  new LcdError('protocol', `a parser takes 1 to ${there} of ${there} bytes, not ${bytes}`);
