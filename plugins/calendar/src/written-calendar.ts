import ICAL from 'ical.js';
import { contentLines, LONGEST_LINE } from './content-lines.ts';

/** The most parts of a part, and properties of one: a zone since 1900 has some hundreds. */
const MOST = 1_000;

/** A property or a component in jCal (RFC 7265). */
export type WrittenProperty = [
  name: string,
  parameters: { readonly tzid?: unknown },
  type: string,
  ...values: unknown[],
];
export type WrittenPart = [name: string, properties: WrittenProperty[], parts: WrittenPart[]];

/** An event as it is written. Dates are apart, for there may be thousands. */
export interface WrittenEvent {
  readonly part: WrittenPart;
  readonly rdates: WrittenProperty[];
  readonly exdates: WrittenProperty[];
  /** True when a property of it cannot be read. */
  isWrong: boolean;
}

/** What of an iCalendar text matters. */
export interface WrittenCalendar {
  readonly events: readonly WrittenEvent[];
  readonly zones: readonly WrittenPart[];
  /** The zones that times name. */
  readonly zoneNames: ReadonlySet<string>;
}

/** Which parts are read, where they stand, and which of their properties. */
const READ: Readonly<Record<string, { readonly inside: string; readonly properties: readonly string[] }>> = {
  vevent: {
    inside: 'vcalendar',
    properties: [
      ...['uid', 'summary', 'location', 'status', 'dtstart', 'dtend', 'duration'],
      ...['recurrence-id', 'rrule', 'rdate', 'exdate'],
    ],
  },
  vtimezone: { inside: 'vcalendar', properties: ['tzid'] },
  standard: { inside: 'vtimezone', properties: ['dtstart', 'rrule', 'rdate', 'tzoffsetfrom', 'tzoffsetto'] },
  daylight: { inside: 'vtimezone', properties: ['dtstart', 'rrule', 'rdate', 'tzoffsetfrom', 'tzoffsetto'] },
};

/** A part that has begun and not ended. */
interface Open {
  /** Its name where it is read, else none. */
  readonly name: string;
  readonly event?: WrittenEvent;
}

/** Reads an iCalendar text (RFC 5545, 3.4) bit by bit. Returns nothing when it is none, or not a whole one. */
export function* writtenCalendar(text: string): Generator<void, WrittenCalendar | undefined> {
  const reader = newReader();
  for (const line of contentLines(text.replace(/^\uFEFF/, '').trimStart())) {
    if (line !== '' && !reader.take(line)) return undefined;
    yield;
  }
  return reader.end();
}

function newReader() {
  const found = { events: [] as WrittenEvent[], zones: [] as WrittenPart[], zoneNames: new Set<string>() };
  const open: Open[] = [];
  let isCalendar = false;
  const begin = (name: string): void => {
    const outer = open.at(-1);
    isCalendar ||= outer === undefined && name === 'vcalendar';
    open.push(outer === undefined ? { name } : begun(name, outer, found));
  };
  const take = (line: string): boolean => {
    const name = /^[^:;]*/.exec(line)![0].toLowerCase();
    if (name === 'begin') begin(line.slice(6).trim().toLowerCase());
    else if (name === 'end') open.pop();
    else addProperty(open.at(-1), name, line, found.zoneNames);
    return isCalendar && (open.length > 0 || name === 'end');
  };
  return { take, end: () => (isCalendar && open.length === 0 ? found : undefined) };
}

/** An event is kept whatever it holds; of too many zones the first ones. */
function begun(name: string, outer: Open, found: { events: WrittenEvent[]; zones: WrittenPart[] }): Open {
  if (READ[name]?.inside !== outer.name) return { name: '' };
  const event: WrittenEvent = { part: [name, [], []], rdates: [], exdates: [], isWrong: false };
  const places = { vevent: undefined, vtimezone: found.zones }[name] ?? outer.event?.part[2];
  if (name === 'vevent') found.events.push(event);
  else if (places && places.length < MOST) places.push(event.part);
  return { name, event };
}

function addProperty(open: Open | undefined, name: string, line: string, zoneNames: Set<string>): void {
  if (!open?.event || !READ[open.name]!.properties.includes(name)) return;
  const { event } = open;
  const property = propertyIn(line);
  const list = open.name === 'vevent' ? { rdate: event.rdates, exdate: event.exdates }[name] : undefined;
  if (property === undefined || (!list && event.part[1].length >= MOST)) event.isWrong = true;
  else (list ?? event.part[1]).push(property);
  const zone = property?.[1].tzid;
  if (typeof zone === 'string' && zoneNames.size < MOST) zoneNames.add(zone);
}

function propertyIn(line: string): WrittenProperty | undefined {
  if (line.length > LONGEST_LINE) return undefined;
  try {
    return ICAL.parse.property(line, ICAL.design.icalendar) as WrittenProperty;
  } catch {
    return undefined;
  }
}
