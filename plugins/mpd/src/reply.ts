import { LcdError, plainText } from '@lcdflow/core';
import { concatMap, defer, type OperatorFunction } from 'rxjs';

/** What a server answered, by the names of its lines. */
export type Reply = Readonly<Record<string, string>>;

/** Letters of a value; several lines of one name count as one value. */
const LONGEST = 1_000;

/** Names that are not wanted cost nothing, however many there are. */
const NAMES: ReadonlySet<string> = new Set([
  ...['state', 'elapsed', 'duration', 'time', 'volume', 'song', 'playlistlength', 'bitrate', 'audio', 'error'],
  ...['random', 'repeat', 'file', 'Artist', 'Title', 'Album', 'Name', 'Time', 'changed'],
]);

/** The password is wrong; the password is lacking (MPD protocol, "Failure responses"). */
const REFUSALS: Readonly<Record<string, string>> = {
  3: 'it does not take this password',
  4: 'it wants a password',
};

/** Puts the lines of a server together to replies. Errors with an `LcdError` when it refuses, or is no MPD. */
export const replies = (): OperatorFunction<string, Reply> => (lines) =>
  defer(() => {
    let reply: Record<string, string> = {};
    let isGreeted = false;
    return lines.pipe(
      concatMap((line): readonly Reply[] => {
        if (!isGreeted && !line.startsWith('OK MPD ')) throw new LcdError('protocol', 'what it says is no MPD');
        isGreeted = true;
        if (line.startsWith('ACK ')) throw refusal(line);
        if (line !== 'OK' && !line.startsWith('OK MPD ')) {
          add(reply, line);
          return [];
        }
        const whole = reply;
        reply = {};
        return [whole];
      }),
    );
  });

function add(reply: Record<string, string>, line: string): void {
  const colon = line.indexOf(': ');
  const name = line.slice(0, Math.max(0, colon));
  if (!NAMES.has(name)) return;
  const before = reply[name];
  const value = plainText(line.slice(colon + 2));
  reply[name] = (before === undefined ? value : `${before}, ${value}`).slice(0, LONGEST);
}

/** Of what is refused only the number is told: the rest may quote the password. */
function refusal(line: string): LcdError {
  const [, number = '?'] = /^ACK \[(\d+)@/.exec(line) ?? [];
  const words = REFUSALS[number];
  return new LcdError(words === undefined ? 'protocol' : 'permission', words ?? `it answers with error ${number}`);
}
