/** A time of day, which comes every day, or a moment that comes once, in ms since 1970. */
export type Moment =
  | { readonly kind: 'time'; readonly hour: number; readonly minute: number; readonly second: number }
  | { readonly kind: 'date'; readonly at: number };

const DATE = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d:\d\d(?::\d\d)?)(Z|[+-]\d\d:\d\d)?)?$/;
const TIME_OF_DAY = /^(\d{1,2}):(\d\d)(?::(\d\d))?$/;

/**
 * What a text such as `2026-12-24`, `2026-12-24 18:30`, `2026-12-24T18:30:00+01:00` or `18:30` means; `undefined` when
 * it is none of these, or there is no such day. Without an offset it is in the time zone of the machine.
 */
export function momentIn(text: string): Moment | undefined {
  const time = timeOfDay(text);
  if (time) return time;
  const [, ...parts] = DATE.exec(text) ?? [];
  const [year = 0, month = 0, day = 0] = parts.slice(0, 3).map(Number);
  const [hours = '00:00', offset] = parts.slice(3);
  const clock = timeOfDay(hours);
  if (!clock || !isDay(year, month, day)) return undefined;
  const here = new Date(year, month - 1, day, clock.hour, clock.minute, clock.second).getTime();
  const at = offset === undefined ? here : Date.parse(`${text.slice(0, 10)}T${hours}${offset}`);
  return Number.isNaN(at) ? undefined : { kind: 'date', at };
}

function timeOfDay(text: string): (Moment & { readonly kind: 'time' }) | undefined {
  const [, ...parts] = TIME_OF_DAY.exec(text) ?? [];
  const [hour, minute, second = 0] = parts.map((part) => Number(part ?? 0));
  if (hour === undefined || minute === undefined) return undefined;
  return hour < 24 && minute < 60 && second < 60 ? { kind: 'time', hour, minute, second } : undefined;
}

/** Whether the calendar has it: others are taken for days of the next month, and years below 100 for later ones. */
function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
