import { definePlugin, defineSource, milliseconds } from '@lcdflow/core';
import { map } from 'rxjs';

/** The time of day as a source, for expressions. */
export const time = definePlugin({
  name: 'time',
  apiVersion: 1,
  sources: [
    defineSource({
      name: 'time',
      meaning: 'The time of this machine',
      options: {
        type: 'object',
        properties: {
          every: { type: 'string', format: 'duration', default: '1s', description: 'How often it is told.' },
        },
        additionalProperties: false,
      },
      describe: { now: { unit: 'ms', meaning: 'Milliseconds since 1970 (UTC)' } },
      read: ({ every }, { ticks }) => ticks(milliseconds(every)!).pipe(map((now) => ({ now }))),
    }),
  ],
});
