import { type Attempt, LcdError, milliseconds, type TextOptions, textReadings, wholeText } from '@lcdflow/core';
import { map, type Observable, reduce, throwError, timeout } from 'rxjs';
import { type CommandEnd, type CommandEvent, endWords } from './run-command.ts';

/** What one run is judged by. */
export interface OutcomeOptions extends TextOptions {
  /** A duration. */
  readonly timeout: string;
  /** Bytes. */
  readonly most: number;
  /** Exit codes. */
  readonly accept: readonly number[];
}

interface Run {
  readonly pieces: Uint8Array[];
  readonly bytes: number;
  readonly end?: CommandEnd;
}

/** What one run of a command gives when it has ended. Errors with `timeout`, or `protocol` when it prints too much. */
export function outcomeOf(events: Observable<CommandEvent>, options: OutcomeOptions): Observable<Attempt> {
  const { most, timeout: longest } = options;
  const read = textReadings(options);
  const late = () => throwError(() => new LcdError('timeout', `has not ended within ${longest}`));
  return events.pipe(
    reduce(
      (run: Run, event): Run => {
        if (event.kind === 'ended') return { ...run, end: event };
        const bytes = run.bytes + event.bytes.length;
        if (bytes > most) throw new LcdError('protocol', `prints more than ${most} bytes`);
        run.pieces.push(event.bytes);
        return { ...run, bytes };
      },
      { pieces: [], bytes: 0 },
    ),
    timeout({ first: milliseconds(longest)!, with: late }),
    map(({ pieces, end }) => judged(new TextDecoder().decode(Buffer.concat(pieces)), end!, options, read)),
  );
}

function judged(
  text: string,
  end: CommandEnd,
  { accept }: OutcomeOptions,
  read: ReturnType<typeof textReadings>,
): Attempt {
  const { code } = end;
  if (code === null || !accept.includes(code)) {
    return { readings: { code: code ?? undefined }, problem: endWords(end) };
  }
  const { readings, problem } = read(text);
  return { readings: { ...wholeText(text), code, ...readings }, ...(problem !== undefined && { problem }) };
}
