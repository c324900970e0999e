import {
  type Attempt,
  DESCRIBED_AGE,
  defineSource,
  describedInText,
  keepReadings,
  LcdError,
  milliseconds,
  revive,
  type Source,
  type SourceContext,
} from '@lcdflow/core';
import { filter, map, merge, type Observable, of, throttleTime } from 'rxjs';
import { type BrokerEvent, brokerEvents } from './broker.ts';
import { type MqttOptions, OPTIONS, topicReadings } from './options.ts';
import { hasWildcards } from './topic-filter.ts';
import { valuesOf } from './values.ts';

/** Readings change at most so often (ms), however many messages come. */
const PACE = 20;
/** How often (ms) it is looked whether a value is too old. */
const LOOK = 1_000;

/** What devices tell through an MQTT broker. Files are relative to `folder`. */
export const mqtt = (folder: string) =>
  defineSource({
    name: 'mqtt',
    meaning: 'What devices tell through an MQTT broker.',
    options: OPTIONS,
    describe: {
      connected: { unit: '', meaning: 'Whether the broker is connected.' },
      ...DESCRIBED_AGE,
    },
    describeFor: described,
    read: (options, context) =>
      attempts(options, folder, context).pipe(keepReadings({ name: 'mqtt', keep: options.keep, context })),
  });

/** A reading with wildcards holds others, by what they stand for. */
function described(options: Pick<MqttOptions, 'readings'>): Source['describe'] {
  const readings = topicReadings(options);
  const plain = describedInText({ readings: Object.fromEntries(readings.map(({ name, where }) => [name, where])) });
  return Object.fromEntries(
    readings.map(({ name, topic }) => [hasWildcards(topic) ? `${name}[]` : name, plain[name]!]),
  );
}

type Event =
  | BrokerEvent
  | { readonly kind: 'lost'; readonly problem: string }
  | { readonly kind: 'time'; readonly now: number };

function attempts(options: MqttOptions, folder: string, context: SourceContext): Observable<Attempt> {
  const topics = [...new Set(topicReadings(options).map(({ topic }) => topic))];
  const state = stateOf(options);
  const events = brokerEvents(options, topics, folder).pipe(revive<Event>(lost));
  const time = context.ticks(LOOK).pipe(map((now): Event => ({ kind: 'time', now })));
  return merge(time, events).pipe(
    filter((event) => state.take(event)),
    throttleTime(PACE, undefined, { leading: true, trailing: true }),
    map(() => state.now()),
  );
}

function lost(error: unknown): Observable<Event> {
  if (error instanceof LcdError) return of({ kind: 'lost', problem: error.message });
  throw error;
}

/** What is known of the broker and its topics. `take` is true when that has changed. */
function stateOf(options: MqttOptions) {
  const { most, keep } = options;
  const life = keep === undefined ? Number.POSITIVE_INFINITY : milliseconds(keep)!;
  const values = valuesOf(topicReadings(options), { most, keep, life });
  let now = 0;
  let connected = false;
  let trouble: string | undefined;
  const take = (event: Event): boolean => {
    if (event.kind === 'message') return values.take(event, now);
    if (event.kind === 'time') {
      now = event.now;
      return values.age(now);
    }
    connected = event.kind === 'subscribed';
    trouble = event.kind === 'lost' ? event.problem : undefined;
    if (event.kind === 'lost' && keep === undefined) values.forget();
    return true;
  };
  return {
    take,
    now: (): Attempt => {
      const { readings, problem } = values.known();
      const told = trouble ?? problem;
      return { readings: { ...readings, connected }, ...(told !== undefined && { problem: told }) };
    },
  };
}
