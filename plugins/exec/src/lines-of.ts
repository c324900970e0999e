import { type Attempt, lineCutter, lineReadings, MOST_LINES_AT_ONCE, type TextOptions } from '@lcdflow/core';
import { concatMap, type Observable } from 'rxjs';
import { type CommandEvent, endWords } from './run-command.ts';

/** What a command that goes on gives, line by line. `most` is the longest line in bytes. */
export function linesOf(
  events: Observable<CommandEvent>,
  { most, ...options }: TextOptions & { readonly most: number },
): Observable<Attempt> {
  const cutter = lineCutter(most, MOST_LINES_AT_ONCE);
  const read = lineReadings(options);
  return events.pipe(
    concatMap((event): readonly Attempt[] => {
      if (event.kind === 'output') {
        const lines = cutter.add(event.bytes);
        return lines.length === 0 ? [] : [read(lines)];
      }
      const rest = cutter.rest();
      const end: Attempt = { problem: endWords(event) };
      return rest === undefined ? [end] : [read([rest]), end];
    }),
  );
}
