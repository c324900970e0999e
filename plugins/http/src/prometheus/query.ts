import { LcdError } from '@lcdflow/core';
import { numberOf } from './samples.ts';

/** Where a server is asked a query: https://prometheus.io/docs/prometheus/latest/querying/api/#instant-queries. */
export function queryUrl(base: URL, query: string): URL {
  const url = new URL(base.href);
  url.pathname = `${url.pathname.replace(/\/$/, '')}/api/v1/query`;
  url.searchParams.set('query', query);
  return url;
}

/** The values of an answer, one of each series. Errors with `protocol` when it is none of a query. */
export function queriedValues(text: string): readonly number[] {
  const { data } = parsed(text) as { data?: { resultType?: unknown; result?: unknown } };
  const result = data?.result;
  if (data?.resultType === 'scalar' && Array.isArray(result)) return [pairValue(result)];
  if (data?.resultType !== 'vector' || !Array.isArray(result))
    throw new LcdError('protocol', 'expected a query that gives one value of each series');
  if (result.length === 0) throw new LcdError('not-found', 'the query finds nothing');
  return result.map((series: unknown) => pairValue((series as { value?: unknown } | null)?.value));
}

function parsed(text: string): object {
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json === 'object' && json !== null) return json;
  } catch {
    // It is told below.
  }
  throw new LcdError('protocol', 'expected JSON, as a Prometheus server answers');
}

function pairValue(pair: unknown): number {
  const value = Array.isArray(pair) && typeof pair[1] === 'string' ? numberOf(pair[1]) : undefined;
  if (value === undefined) throw new LcdError('protocol', 'expected pairs of time and value');
  return value;
}
