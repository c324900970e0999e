import {
  type Attempt,
  DESCRIBED_AGE,
  defineSource,
  KEEP_OPTION,
  keepReadings,
  LcdError,
  milliseconds,
  type OptionsOf,
  revive,
  type SourceContext,
} from '@lcdflow/core';
import { defer, map, type Observable, of, throttleTime } from 'rxjs';
import { icmpOutcomes } from './icmp.ts';
import { DESCRIBED_TALLY, type Outcome, tallyOf } from './tally.ts';
import { tcpOutcomes } from './tcp.ts';

/** More often (ms) only root may ask by `ping`. */
const SHORTEST = 200;
/** Readings change at most so often (ms). */
const PACE = 20;

const OPTIONS = {
  type: 'object',
  properties: {
    host: {
      type: 'string',
      // What begins with a minus would be an option of ping.
      pattern: '^[^-\\s][^\\s]*$',
      description: 'Who is asked: a name or an address.',
    },
    method: {
      type: 'string',
      enum: ['icmp', 'tcp'],
      default: 'icmp',
      description: 'By the program ping, or by opening a TCP connection.',
    },
    port: { type: 'integer', minimum: 1, maximum: 65_535, default: 443, description: 'The port for tcp.' },
    every: {
      type: 'string',
      format: 'duration',
      default: '1s',
      description: 'Time between two questions, at least 200ms.',
    },
    timeout: {
      type: 'string',
      format: 'duration',
      default: '2s',
      description: 'After so long a question counts as lost.',
    },
    last: {
      type: 'integer',
      minimum: 1,
      maximum: 1000,
      default: 20,
      description: 'How many questions mean, jitter and loss are of.',
    },
    keep: KEEP_OPTION,
  },
  required: ['host'],
  additionalProperties: false,
} as const;

type PingOptions = OptionsOf<typeof OPTIONS>;

/** How well another machine can be reached. `program` is what asks by ICMP. */
export const ping = (program = 'ping') =>
  defineSource({
    name: 'ping',
    meaning: 'How well another machine can be reached.',
    options: OPTIONS,
    describe: { ...DESCRIBED_TALLY, ...DESCRIBED_AGE },
    read: (options, context) =>
      defer(() => outcomesOf(options, program, context).pipe(map(tallyOf(options.last)))).pipe(
        throttleTime(PACE, undefined, { leading: true, trailing: true }),
        map((readings): Attempt => ({ readings })),
        revive(failed),
        keepReadings({ name: 'ping', keep: options.keep, context }),
      ),
  });

function outcomesOf(options: PingOptions, program: string, context: SourceContext): Observable<Outcome> {
  const { host, method, port } = options;
  const every = Math.max(SHORTEST, milliseconds(options.every)!);
  const asking = { host, every, patience: milliseconds(options.timeout)! };
  return method === 'tcp' ? tcpOutcomes(port, asking, context) : icmpOutcomes(program, asking, context);
}

function failed(error: unknown): Observable<Attempt> {
  if (error instanceof LcdError) return of({ problem: error.message });
  throw error;
}
