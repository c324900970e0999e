import type { Readings, Source } from '@lcdflow/core';

/** What became of one question: with a latency (ms) it was answered, without one it is lost, as far as is known. */
export interface Outcome {
  /** The number of the question; they are asked one after the other. */
  readonly number: number;
  readonly latency?: number;
}

/** The readings of a tally. */
export const DESCRIBED_TALLY: Source['describe'] = {
  latency: { unit: 'ms', meaning: 'How long the last answer took; no value when there was none.' },
  mean: { unit: 'ms', meaning: 'How long answers take.' },
  jitter: { unit: 'ms', meaning: 'How much that differs from one answer to the next.' },
  loss: { unit: '%', range: [0, 100], meaning: 'Share of the questions that were not answered.' },
  reachable: { unit: '', meaning: 'Whether the last question was answered.' },
};

const meanOf = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Judges the last so many questions. Those before the newest that nothing is known of are lost; an answer that comes
 * late counts all the same. What was only taken for lost is forgotten when a newer answer tells how far it really is.
 */
export function tallyOf(last: number): (outcome: Outcome) => Readings {
  const answers = new Map<number, number>();
  let first = 1;
  let heard = 0;
  let newest = 0;
  let latency: number | undefined;
  const note = (outcome: Outcome): void => {
    latency = outcome.latency;
    if (latency === undefined) {
      newest = Math.max(newest, outcome.number);
      return;
    }
    first = Math.min(first, outcome.number);
    if (outcome.number >= heard) newest = outcome.number;
    heard = Math.max(heard, outcome.number);
    if (!answers.has(outcome.number)) answers.set(outcome.number, latency);
    for (const number of answers.keys()) if (number <= heard - last) answers.delete(number);
  };
  return (outcome) => {
    note(outcome);
    const begin = Math.max(first, newest - last + 1);
    const known = [...answers].filter(([number]) => number >= begin).sort(([a], [b]) => a - b);
    const latencies = known.map(([, value]) => value);
    const steps = latencies.slice(1).map((value, index) => Math.abs(value - latencies[index]!));
    const loss = (1 - latencies.length / (newest - begin + 1)) * 100;
    return { latency, mean: meanOf(latencies), jitter: meanOf(steps), loss, reachable: latency !== undefined };
  };
}
