import { defer, type OperatorFunction } from 'rxjs';
import { type FramingOptions, type Parse, packets } from './packets.ts';

/** How lines are taken out of a stream of bytes. */
export interface LineOptions extends FramingOptions {
  /** Bytes of the longest line, without its end; 256 when left out. Longer ones are left out whole. */
  readonly max?: number;
  /** What ends a line; `\n` when left out, before which one `\r` belongs to the end, too. */
  readonly end?: '\n' | '\r';
  /** `utf8` when left out. What is no valid UTF-8 becomes U+FFFD. */
  readonly encoding?: 'utf8' | 'latin1';
}

/**
 * Takes lines of text out of a stream of bytes that comes in any pieces. As with `packets`, whoever subscribes begins
 * with the next piece.
 */
export const lines =
  ({ max = 256, end = '\n', encoding = 'utf8', garbage }: LineOptions = {}): OperatorFunction<Uint8Array, string> =>
  (pieces) =>
    defer(() => {
      const decode = encoding === 'utf8' ? utf8() : latin1;
      // The whole of the end fits in behind the longest line.
      return pieces.pipe(packets(line(max, end, decode), { max: max + 2, ...(garbage && { garbage }) }));
    });

const CARRIAGE_RETURN = 0x0d;

type Decode = (bytes: Uint8Array) => string;

/** Remembers whether it is inside a line that is too long: only the end of that is the beginning of another. */
function line(max: number, end: '\n' | '\r', decode: Decode): Parse<string> {
  const last = end.charCodeAt(0);
  let dropping = false;
  return (bytes) => {
    const at = bytes.indexOf(last);
    if (at < 0) {
      dropping ||= bytes.length > max + 1;
      return dropping ? { skip: bytes.length } : 'more';
    }
    const text = bytes.subarray(0, end === '\n' && bytes[at - 1] === CARRIAGE_RETURN ? at - 1 : at);
    if (!dropping && text.length <= max) return { packet: decode(text), used: at + 1 };
    dropping = false;
    return { skip: at + 1 };
  };
}

const latin1: Decode = (bytes) => String.fromCharCode(...bytes);

function utf8(): Decode {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return (bytes) => decoder.decode(bytes);
}
