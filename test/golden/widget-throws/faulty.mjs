import { of, switchMap, throwError, timer } from 'rxjs';

const fail = (when) => {
  throw new Error(`broken ${when}`);
};
const failing = (when) => throwError(() => new Error(`broken ${when}`));
const ways = {
  'when rendered': fail,
  'in its stream': failing,
  'after a second': (when) => timer(1000).pipe(switchMap(() => failing(when))),
  'when painted': (when) => of(() => fail(when)),
};

/** A widget and a source that fail. */
export default {
  name: 'faulty',
  apiVersion: 1,
  widgets: [
    {
      name: 'faulty',
      meaning: 'Fails.',
      main: 'when',
      options: {
        type: 'object',
        properties: { when: { type: 'string', enum: Object.keys(ways) } },
        required: ['when'],
        additionalProperties: false,
      },
      render: ({ when }) => ways[when](when),
    },
  ],
  sources: [
    {
      name: 'faulty',
      meaning: 'Fails.',
      options: { type: 'object', properties: {}, additionalProperties: false },
      describe: { value: { unit: '', meaning: 'Never there.' } },
      read: () => failing('source'),
    },
  ],
};
