import { LcdError } from '@lcdflow/core';

const MINUTE = 60_000;

/** Minutes that clocks of a time zone are ahead of UTC at a moment in ms since 1970. */
export type OffsetAt = (now: number) => number;

/**
 * The offsets of an IANA time zone such as `Europe/Berlin`, summer time included.
 * @throws LcdError `config` when nobody knows it.
 */
export function zoneNamed(name: string): OffsetAt {
  const format = formatFor(name);
  return (now) => {
    const { year, month, day, hour, minute, second } = Object.fromEntries(
      format.formatToParts(now).map(({ type, value }) => [type, Number(value)]),
    ) as Record<string, number>;
    const there = Date.UTC(year!, month! - 1, day!, hour!, minute!, second!);
    return Math.round((there - Math.floor(now / 1000) * 1000) / MINUTE);
  };
}

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const number = 'numeric';
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      ...{ year: number, month: number, day: number, hour: number, minute: number, second: number },
    });
  } catch {
    throw new LcdError('config', `unknown time zone "${timeZone}"; expected a name such as Europe/Berlin or UTC`);
  }
}
