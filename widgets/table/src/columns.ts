import { thresholdsOption } from '@lcdflow/core';

/** What may be said of a column, besides its value. */
export const COLUMN_OPTIONS = {
  title: { type: 'string', description: 'Stands above the column.', examples: ['Name', 'CPU'] },
  value: {
    type: 'string',
    format: 'row',
    default: 'row',
    description: 'What to show of each row, as an expression in which `row` is one of them.',
    examples: ['row.name', 'bytes(row.memory)'],
  },
  width: {
    type: 'string',
    format: 'length',
    default: '1fr',
    description: 'How wide the column is; an equal share of the rest when left out.',
    examples: ['6ch', '40px', '30%', '2fr'],
  },
  align: {
    type: 'string',
    enum: ['left', 'center', 'right'],
    description: 'Where texts stand in the column: left in the first one and right in the others when left out.',
  },
  decimals: {
    type: 'integer',
    minimum: 0,
    maximum: 15,
    description: 'So many decimals for numbers; one for those that are not whole when left out.',
  },
  postfix: { type: 'string', default: '', description: 'Stands behind each value.', examples: ['%'] },
  bar: { type: 'boolean', default: false, description: 'A bar as long as the value is large, instead of words.' },
  min: { type: 'number', description: "The value of an empty bar; the reading's own smallest when left out, else 0." },
  max: {
    type: 'number',
    description: "The value of a full bar; the reading's own largest when left out, else the largest of all rows.",
  },
  color: { type: 'string', format: 'color', description: "The column's colour; that of the table when left out." },
  colors: thresholdsOption,
  colorBy: {
    type: 'string',
    format: 'row',
    description: 'What `colors` are compared with; the value when left out.',
    examples: ['row.cpu'],
  },
} as const;

/** A column as a config describes it. */
export interface Column {
  readonly title?: string;
  readonly value?: string;
  readonly width?: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly decimals?: number;
  readonly postfix?: string;
  readonly bar?: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly color?: string;
  readonly colors?: readonly { readonly from: number; readonly color: string }[];
  readonly colorBy?: string;
}

/** The value of a column that names none: the row itself. */
export const WHOLE_ROW = 'row';
