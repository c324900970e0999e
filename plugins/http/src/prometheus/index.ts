import { STATUS_CODES } from 'node:http';
import {
  type Attempt,
  DESCRIBED_AGE,
  defineSource,
  KEEP_OPTION,
  keepReadings,
  LcdError,
  type OptionsOf,
  type SourceContext,
} from '@lcdflow/core';
import {
  type Answer,
  addressOf,
  type Client,
  clientOf,
  periodOf,
  polled,
  urlOf,
  urlOption,
  WEB_OPTIONS,
} from '@lcdflow/web';
import { concatMap, defer, from, map, type Observable, switchMap, take, toArray } from 'rxjs';
import { aggregated } from './aggregate.ts';
import { describedMetrics, METRICS_OPTION, type Metric } from './metric-options.ts';
import { queriedValues, queryUrl } from './query.ts';
import { gathered, scraper } from './scrape.ts';

/** Rates span at most so many periods. */
const PERIODS = 5;
const LONG = 3_600_000;

const OPTIONS = {
  type: 'object',
  properties: {
    url: urlOption('The metrics of an exporter, such as http://host:9100/metrics; with queries a Prometheus server.'),
    every: {
      type: 'string',
      format: 'duration',
      default: '15s',
      description: 'Time between two questions, at least 100ms; an answer that takes longer is waited for.',
    },
    metrics: METRICS_OPTION,
    most: {
      type: 'integer',
      minimum: 1,
      maximum: 67_108_864,
      default: 4_194_304,
      description: 'The most bytes of an answer; a larger one is cut off and does not count.',
    },
    ...WEB_OPTIONS,
    keep: KEEP_OPTION,
  },
  required: ['url', 'metrics'],
  additionalProperties: false,
} as const;

/** The options of `prometheus` as it gets them. */
export type PrometheusOptions = OptionsOf<typeof OPTIONS>;

/** Metrics of an exporter, or what a Prometheus server is asked. Files are relative to `folder`. */
export const prometheus = (folder: string) =>
  defineSource({
    name: 'prometheus',
    meaning: 'Metrics of a Prometheus exporter, or queries to a Prometheus server.',
    options: OPTIONS,
    describe: DESCRIBED_AGE,
    describeFor: ({ metrics }) => describedMetrics(metrics),
    read: (options, context) => {
      const { every, keep } = options;
      return polled(attemptsOf(options, folder, context), { every, context }).pipe(
        keepReadings({ name: 'prometheus', keep, context }),
      );
    },
  });

function attemptsOf(options: PrometheusOptions, folder: string, context: SourceContext): Observable<Attempt> {
  const { metrics, every } = options;
  const ask = clientOf(options, folder);
  const kinds = new Set(Object.values(metrics).map(kindOf));
  const scrape = scraper(metrics, PERIODS * periodOf(every));
  const now = context.ticks(LONG).pipe(take(1));
  return defer(() => {
    const url = urlOf(options.url);
    if (kinds.size !== 1 || kinds.has('neither'))
      throw new LcdError('config', 'expected metrics that have either all a name or all a query');
    if (kinds.has('query')) return queries(metrics, url, ask);
    return ask(url, { accept: 'text/plain;version=0.0.4' }).pipe(
      map((answer) => placed(url, () => textOf(answer))),
      switchMap((text) => now.pipe(map((at) => placed(url, () => scrape(text, at))))),
      map((attempt) => told(attempt, url)),
    );
  });
}

function kindOf({ name, query }: Metric): 'name' | 'query' | 'neither' {
  if (name !== undefined) return query === undefined ? 'name' : 'neither';
  return query === undefined ? 'neither' : 'query';
}

/** Asks one query after the other. A server that cannot be asked at all fails them all. */
function queries(metrics: Readonly<Record<string, Metric>>, base: URL, ask: Client): Observable<Attempt> {
  return from(Object.entries(metrics)).pipe(
    concatMap(([name, { query, aggregate }]) =>
      ask(queryUrl(base, query!)).pipe(
        map((answer) => [name, () => aggregated(queriedValues(textOf(answer)), aggregate)] as const),
      ),
    ),
    toArray(),
    map((found) => told(gathered(found), base)),
  );
}

function textOf({ status, body }: Answer): string {
  if (status !== 200) throw new LcdError('protocol', `answers ${status} ${STATUS_CODES[status] ?? ''}`.trimEnd());
  return new TextDecoder().decode(body);
}

const told = ({ readings, problem }: Attempt, url: URL): Attempt => ({
  ...(readings && { readings }),
  ...(problem !== undefined && { problem: `${addressOf(url)}: ${problem}` }),
});

function placed<T>(url: URL, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof LcdError) throw new LcdError(error.code, `${addressOf(url)}: ${error.message}`);
    throw error;
  }
}
