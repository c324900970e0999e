import { plainText } from '@lcdflow/core';

/** What /proc/N/stat says of a process (proc(5)). */
export interface ProcessStat {
  readonly id: number;
  readonly name: string;
  /** Time at work since its start, in ticks: fields 14 and 15. */
  readonly ticks: number;
  /** When it started, in ticks since boot: field 22. */
  readonly started: number;
  /** Pages of main memory it holds: field 24. */
  readonly pages: number;
}

/** The name may hold brackets and blanks: it ends at the last bracket. `undefined` for what is none. */
export function parseProcessStat(text: string): ProcessStat | undefined {
  const open = text.indexOf(' (');
  const close = text.lastIndexOf(') ');
  if (open < 1 || close < open) return undefined;
  const fields = text.slice(close + 2).split(' ', 22);
  const [id, user, system, started, pages] = [text.slice(0, open), fields[11], fields[12], fields[19], fields[21]].map(
    (field) => Number(field),
  );
  const numbers = [id!, user!, system!, started!, pages!];
  if (!numbers.every((value) => value >= 0 && value < Number.POSITIVE_INFINITY)) return undefined;
  return {
    id: id!,
    name: plainText(text.slice(open + 2, close)),
    ticks: user! + system!,
    started: started!,
    pages: pages!,
  };
}
