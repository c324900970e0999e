import ICAL from 'ical.js';

const DAY = 86_400_000;
/** So many days are remembered: ten years. */
const MOST_DAYS = 3_660;

/** A zone by its IANA name, for calendars that use one without describing it. */
class IanaZone extends ICAL.Timezone {
  readonly #format: Intl.DateTimeFormat;
  readonly #known = new Map<number, readonly [before: number, after: number]>();

  /** Throws when nobody knows the name. */
  constructor(tzid: string) {
    super({ tzid } as never);
    this.#format = new Intl.DateTimeFormat('en', { timeZone: tzid, timeZoneName: 'longOffset' });
  }

  /** Seconds to the east of Greenwich at a time of its own clocks. */
  override utcOffset(time: ICAL.Time): number {
    const { year, month, day, hour, minute, second } = time;
    const noon = Date.UTC(year, month - 1, day, 12);
    const [before, after] = this.#near(noon);
    if (before === after) return before;
    const clock = Date.UTC(year, month - 1, day, hour, minute, second);
    const fits = (offset: number) => this.#offsetAt(clock - 1000 * offset) === offset;
    // A time that there is twice is the first of them, and one that is left out counts as before (RFC 5545, 3.3.5).
    return !fits(before) && fits(after) ? after : before;
  }

  /** The offsets before and after all that is a day of its own clocks somewhere; asking takes long. */
  #near(noon: number): readonly [before: number, after: number] {
    const known = this.#known.get(noon);
    if (known !== undefined) return known;
    const found = [this.#offsetAt(noon - 1.5 * DAY), this.#offsetAt(noon + 1.5 * DAY)] as const;
    if (this.#known.size >= MOST_DAYS) this.#known.clear();
    this.#known.set(noon, found);
    return found;
  }

  #offsetAt(time: number): number {
    const name = this.#format.formatToParts(time).find(({ type }) => type === 'timeZoneName')!.value;
    const [, sign, hours = 0, minutes = 0, seconds = 0] = /([+-])(\d+):(\d+)(?::(\d+))?/.exec(name) ?? [];
    const offset = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
    return sign === '-' ? -offset : offset;
  }
}

/** Makes the zones known that a calendar names and does not describe; what nobody knows is taken for local time. */
export function* knowZones(names: ReadonlySet<string>, root: ICAL.Component): Generator<void, void> {
  for (const name of names) {
    yield;
    if (root.getTimeZoneByID(name) || ICAL.TimezoneService.has(name)) continue;
    try {
      ICAL.TimezoneService.register(new IanaZone(name), name);
    } catch {
      // Of its own making.
    }
  }
}

/** Milliseconds since 1970. Times without a zone and whole days are local. */
export function millisecondsOf(time: ICAL.Time): number {
  const { year, month, day, hour, minute, second } = time;
  if (!time.isDate && time.zone !== ICAL.Timezone.localTimezone) return time.toUnixTime() * 1000;
  return time.isDate
    ? new Date(year, month - 1, day).getTime()
    : new Date(year, month - 1, day, hour, minute, second).getTime();
}
