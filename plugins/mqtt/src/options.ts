import { KEEP_OPTION, type NamedReading, type OptionsOf, TEXT_OPTIONS } from '@lcdflow/core';
import { AUTHORITY_OPTION } from '@lcdflow/web';
import { TOPIC } from './topic-filter.ts';

const TOPIC_OPTION = {
  type: 'string',
  pattern: TOPIC,
  description: 'The topic. With + or # in it the reading holds a value for each topic, by what they stand for.',
} as const;

const { propertyNames, additionalProperties: NAMED } = TEXT_OPTIONS.readings;

/** The options of `mqtt`. */
export const OPTIONS = {
  type: 'object',
  properties: {
    url: {
      type: 'string',
      pattern: '^(mqtts?|wss?)://[^\\s/]',
      description: 'The broker: mqtt://host, mqtts:// with TLS, or ws:// and wss:// through a web server.',
    },
    readings: {
      type: 'object',
      propertyNames,
      additionalProperties: {
        anyOf: [
          TOPIC_OPTION,
          {
            type: 'object',
            properties: { topic: TOPIC_OPTION, ...NAMED.properties },
            required: ['topic'],
            additionalProperties: false,
          },
        ],
      },
      description: 'Readings by names of your own: a topic, or a topic and where the value is in its messages.',
    },
    user: { type: 'string', minLength: 1, description: 'Who connects.' },
    password: { type: 'string', format: 'secret', description: "The user's password." },
    authority: AUTHORITY_OPTION,
    client: { type: 'string', minLength: 1, description: 'The client ID; made up when left out.' },
    version: {
      type: 'string',
      enum: ['3.1.1', '5'],
      default: '3.1.1',
      description: 'The version of MQTT.',
    },
    qos: {
      type: 'integer',
      minimum: 0,
      maximum: 2,
      default: 0,
      description: 'Quality of service: messages come at most once (0), at least once (1) or exactly once (2).',
    },
    retained: {
      type: 'boolean',
      default: true,
      description: 'Whether messages count that the broker has kept from before.',
    },
    alive: {
      type: 'string',
      format: 'duration',
      default: '30s',
      description: 'After so long a silence the broker is asked whether it is there, in whole seconds.',
    },
    timeout: { type: 'string', format: 'duration', default: '10s', description: 'How long connecting may take.' },
    most: {
      type: 'integer',
      minimum: 1,
      maximum: 16_777_216,
      default: 65_536,
      description: 'The most bytes of a message; a larger one does not count.',
    },
    keep: {
      ...KEEP_OPTION,
      description: 'How long the value of a topic stays when no new one comes. Left out: until the connection is lost.',
    },
  },
  required: ['url', 'readings'],
  additionalProperties: false,
} as const;

/** The options of `mqtt` as it gets them. */
export type MqttOptions = OptionsOf<typeof OPTIONS>;

/** A reading with its topic, and where the value is in a message. */
export interface TopicReading {
  readonly name: string;
  readonly topic: string;
  readonly where: NamedReading;
}

/** The readings that options name, in one form. */
export const topicReadings = ({ readings }: Pick<MqttOptions, 'readings'>): readonly TopicReading[] =>
  Object.entries(readings).map(([name, given]) => {
    const { topic, ...where } = typeof given === 'string' ? { topic: given } : given;
    return { name, topic, where };
  });
