import type { Source } from '@lcdflow/core';

/** The option of sources that read lines. */
export const lineOption = {
  type: 'integer',
  minimum: 1,
  maximum: 1_048_576,
  default: 4096,
  description: 'The most bytes of a line; what it has more is dropped.',
} as const;

/** What is known of any newest line. */
export const DESCRIBED_LINE: Source['describe'] = {
  text: { unit: '', meaning: 'The newest line.' },
  number: { unit: '', meaning: 'The first number in it.' },
};
