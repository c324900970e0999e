import { type Attempt, plainText, textReadings } from '@lcdflow/core';
import { newestValues } from './newest-values.ts';
import type { TopicReading } from './options.ts';
import { hasWildcards, wildcardsIn } from './topic-filter.ts';

/** Of one reading with wildcards so many topics are known; then the one that was silent for longest is forgotten. */
export const MOST_TOPICS = 1_000;
/** Letters of what wildcards stand for. */
const LONGEST_NAME = 256;

/** What a broker sends. */
export interface Message {
  readonly topic: string;
  readonly payload: Uint8Array;
}

/** What messages have told so far. */
export interface Values {
  /** True when it is about a reading. `now` is ms since 1970. */
  take(message: Message, now: number): boolean;
  /** Drops what has not come again for too long. True when a reading has none any more. */
  age(now: number): boolean;
  forget(): void;
  known(): Attempt;
}

/** How values are taken. */
export interface Taking {
  /** Bytes of the largest message. */
  readonly most: number;
  /** How long a value lives, as written; for ever when left out. */
  readonly keep?: string | undefined;
  /** The same in ms. */
  readonly life: number;
}

/**
 * The values of readings. A message that lacks the value of a reading is fine when there is one already; otherwise it
 * is a problem, as are a message that is too large and a value that is too old.
 */
export function valuesOf(readings: readonly TopicReading[], taking: Taking): Values {
  const all = readings.map((reading) => readingValue(reading, taking));
  return {
    take: (message, now) => all.map((one) => one.take(message, now)).includes(true),
    age: (now) => all.map((one) => one.age(now)).includes(true),
    forget: () => {
      for (const one of all) one.forget();
    },
    known: () => {
      const problem = all.map((one) => one.problem()).find((reason) => reason !== undefined);
      const values = Object.fromEntries(all.map((one) => [one.name, one.value()]));
      return { readings: values, ...(problem !== undefined && { problem }) };
    },
  };
}

interface Value extends Omit<Values, 'known'> {
  readonly name: string;
  value(): unknown;
  problem(): string | undefined;
}

function readingValue({ name, topic, where }: TopicReading, { most, keep, life }: Taking): Value {
  const read = textReadings({ readings: { [name]: where } });
  const isMap = hasWildcards(topic);
  const found = newestValues(MOST_TOPICS);
  let problem: string | undefined;
  const judge = (key: string, payload: Uint8Array, now: number): void => {
    if (payload.length > most) {
      problem = `${name}: a message of more than ${most} bytes`;
      return;
    }
    const { readings, problem: lacking } = read(new TextDecoder().decode(payload));
    if (lacking !== undefined && found.size === 0) problem = lacking;
    if (lacking !== undefined) return;
    problem = undefined;
    found.set(key, readings[name], now);
  };
  return {
    name,
    take: (message, now) => {
      const key = wildcardsIn(topic, message.topic);
      if (key === undefined) return false;
      const short = plainText(key).slice(0, LONGEST_NAME);
      // What a broker has kept is taken back so (MQTT 3.1.1, 3.3.1.3).
      if (message.payload.length === 0) found.delete(short);
      else judge(short, message.payload, now);
      return true;
    },
    age: (now) => {
      const isOlder = found.dropUntil(now - life);
      if (isOlder && found.size === 0) problem = `${name}: nothing new for ${keep}`;
      return isOlder;
    },
    forget: () => {
      found.clear();
      problem = undefined;
    },
    value: () => (isMap ? found.all() : found.get('')),
    problem: () => problem,
  };
}
