import {
  type Attempt,
  DESCRIBED_AGE,
  DESCRIBED_TEXT,
  defineSource,
  describedInText,
  KEEP_OPTION,
  keepReadings,
  type OptionsOf,
  TEXT_OPTIONS,
  textReadings,
  wholeText,
} from '@lcdflow/core';
import {
  type Answer,
  addressOf,
  clientOf,
  conditional,
  decoded,
  polled,
  refusalOf,
  revealed,
  urlOf,
  urlOption,
  WEB_OPTIONS,
} from '@lcdflow/web';
import { defer, type Observable, switchMap } from 'rxjs';

const OPTIONS = {
  type: 'object',
  properties: {
    url: urlOption('What to ask for, by http or https.'),
    every: {
      type: 'string',
      format: 'duration',
      default: '30s',
      description: 'Time between two questions, at least 100ms; an answer that takes longer is waited for.',
    },
    parameters: {
      type: 'object',
      additionalProperties: { type: 'string', format: 'secret' },
      description: 'What is added to the address behind `?`, such as a key.',
    },
    most: {
      type: 'integer',
      minimum: 1,
      maximum: 16_777_216,
      default: 262_144,
      description: 'The most bytes of an answer; a larger one is cut off and does not count.',
    },
    ...WEB_OPTIONS,
    keep: KEEP_OPTION,
    ...TEXT_OPTIONS,
  },
  required: ['url'],
  additionalProperties: false,
} as const;

/** The options of `http` as it gets them. */
export type HttpOptions = OptionsOf<typeof OPTIONS>;

/** What a web server answers. Files are relative to `folder`. */
export const http = (folder: string) =>
  defineSource({
    name: 'http',
    meaning: 'What a web server answers.',
    options: OPTIONS,
    describe: {
      ...DESCRIBED_TEXT,
      status: { unit: '', meaning: 'Its status code, such as 200; no value when there is no answer.' },
      ...DESCRIBED_AGE,
    },
    describeFor: describedInText,
    read: (options, context) => {
      const { every, keep } = options;
      return polled(questions(options, folder), { every, context }).pipe(keepReadings({ name: 'http', keep, context }));
    },
  });

/** Asks whenever it is subscribed. What the server says has not changed is not sent again. */
function questions(options: HttpOptions, folder: string): Observable<Attempt> {
  const read = textReadings(options);
  const understood = (answer: Answer, url: URL): Attempt => {
    const { status } = answer;
    const refusal = refusalOf(answer);
    if (refusal !== undefined) return { readings: { status }, problem: `${addressOf(url)}: ${refusal}` };
    const text = decoded(answer);
    const { readings, problem } = read(text);
    return {
      readings: { ...wholeText(text), status, ...readings },
      ...(problem !== undefined && { problem: `${addressOf(url)}: ${problem}` }),
    };
  };
  const ask = conditional(clientOf(options, folder), understood);
  return defer(() => {
    const url = urlOf(options.url);
    return revealed(options.parameters).pipe(
      switchMap((parameters) => {
        for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
        return ask(url);
      }),
    );
  });
}
