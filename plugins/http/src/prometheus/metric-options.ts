import type { OptionsOf, Source } from '@lcdflow/core';

const VALUES = {
  anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' }, minItems: 1 }],
} as const;

const METRIC = {
  type: 'object',
  properties: {
    name: { type: 'string', pattern: '^[a-zA-Z_:][a-zA-Z0-9_:]*$', description: 'The metric of an exporter.' },
    labels: {
      type: 'object',
      additionalProperties: VALUES,
      description: 'Only series whose labels have this value, or one of these.',
    },
    except: {
      type: 'object',
      additionalProperties: VALUES,
      description: 'No series whose label has this value, or one of these.',
    },
    rate: { type: 'boolean', default: false, description: 'How much a counter grows in a second.' },
    query: { type: 'string', minLength: 1, description: 'In place of a name: what a server is asked, in PromQL.' },
    aggregate: {
      type: 'string',
      enum: ['sum', 'mean', 'smallest', 'largest', 'count'],
      description: 'What is made of several series; left out, there may be only one.',
    },
    unit: { type: 'string', description: 'Such as B/s or %.' },
    range: {
      type: 'array',
      items: { type: 'number' },
      minItems: 2,
      maxItems: 2,
      description: 'Smallest and largest value, for bars and graphs.',
    },
    meaning: { type: 'string', description: 'What it is, for `lcd sources`.' },
  },
  additionalProperties: false,
} as const;

/** The option that names the readings of `prometheus`. */
export const METRICS_OPTION = {
  type: 'object',
  propertyNames: { pattern: '^[A-Za-z][A-Za-z0-9_]*$' },
  additionalProperties: METRIC,
  description: 'Readings by names of your own, and which metric or query each is.',
} as const;

/** One reading of `prometheus`. */
export type Metric = OptionsOf<typeof METRIC>;

/** The readings that the option names, for `describeFor`. */
export function describedMetrics(metrics: Readonly<Record<string, Metric>>): Source['describe'] {
  const described = Object.entries(metrics).map(([name, { unit = '', range, meaning, ...metric }]) => [
    name,
    {
      unit,
      ...(range && { range: [range[0]!, range[1]!] }),
      meaning: meaning ?? `The metric ${metric.name ?? metric.query ?? name}.`,
    },
  ]);
  return Object.fromEntries(described);
}
