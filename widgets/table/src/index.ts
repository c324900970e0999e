import { colorNamed, definePlugin, defineWidget, WHITE } from '@lcdflow/core';
import { combineLatest, distinctUntilChanged, map } from 'rxjs';
import { COLUMN_OPTIONS, type Column } from './columns.ts';
import { membersOf } from './members.ts';
import { startOf, stepsOf } from './scrolled.ts';
import { sheetOf } from './sheet.ts';
import { tablePicture } from './table-picture.ts';
import { viewOf } from './view.ts';

/** Rows in columns; with one column a list. */
export const table = defineWidget({
  name: 'table',
  meaning: 'Rows in columns, from a list of a source or written by hand; with one column it is a list.',
  main: 'rows',
  options: {
    type: 'object',
    properties: {
      rows: {
        type: 'string',
        format: 'list',
        description: 'An expression that gives a list; each of its members is a row.',
        examples: ['cpu.cores', 'cpu.cores.filter(c, c.busy > 50)'],
      },
      items: {
        type: 'array',
        items: {
          anyOf: [
            { type: 'string', format: 'template' },
            { type: 'array', items: { type: 'string', format: 'template' } },
          ],
        },
        description:
          'Rows written by hand, where there is no list: a text, or one for each column, with expressions in {{ }}.',
        examples: [['{{ host.name }}'], [['CPU', '{{ cpu.busy }}%']]],
      },
      columns: {
        type: 'array',
        items: { type: 'object', properties: COLUMN_OPTIONS, additionalProperties: false },
        minItems: 1,
        description: 'What to show of each row, from left to right; the row itself when left out.',
        examples: [[{ title: 'Busy', value: 'row.busy', width: '6ch' }]],
      },
      header: {
        type: 'boolean',
        default: true,
        description: 'Titles above the columns that have some, where there are three lines or more.',
      },
      sortBy: {
        type: 'string',
        format: 'row',
        description: 'Rows are sorted by this; they stay as the source gives them when left out.',
        examples: ['row.busy'],
      },
      order: {
        type: 'string',
        enum: ['descending', 'ascending'],
        default: 'descending',
        description: 'The largest first or the smallest; rows without a value are last.',
      },
      most: { type: 'integer', minimum: 1, description: 'Only so many rows; all of them when left out.' },
      scroll: {
        type: 'string',
        enum: ['none', 'pages', 'lines'],
        default: 'none',
        description: 'What becomes of rows that do not fit: they stay away, come page by page, or line by line.',
      },
      pause: {
        type: 'string',
        format: 'duration',
        default: '3s',
        description: 'How long each page or line stands.',
        examples: ['1s'],
      },
      empty: { type: 'string', default: '', description: 'What stands there when there are no rows.' },
      font: {
        type: 'string',
        format: 'font',
        description: "A font's name; the display's own font when left out, or for fit.",
        examples: ['5x7'],
      },
      color: { type: 'string', format: 'color', default: 'white', description: 'The colour of titles and rows.' },
      zebra: {
        type: 'string',
        format: 'color',
        description: 'The ground of every second row, on panels of pixels; none when left out.',
        examples: ['#202020'],
      },
    },
    additionalProperties: false,
  },
  render(options, context) {
    const { rows, items, sortBy, order, most, header, scroll, pause, empty, color, zebra } = options;
    const font = options.font === 'fit' ? undefined : options.font;
    const columns = (options.columns ?? columnsOf(rows, items)) as readonly Column[];
    const sheet = sheetOf(columns, header, context.place, font);
    const ground = zebra === undefined ? undefined : colorNamed(zebra);
    const look = { columns, sheet, font, color: colorNamed(color) ?? WHITE, zebra: ground };
    const members = membersOf({ rows, items, columns, sortBy, order, most }, context);
    return combineLatest([members, stepsOf(scroll, pause, context)]).pipe(
      map(([all, step]) => {
        if (all === undefined || all.length === 0) return all === undefined ? '-' : empty;
        return viewOf(all, startOf(step, all.length, sheet.lines, scroll), columns, sheet, color);
      }),
      distinctUntilChanged((a, b) => JSON.stringify(a) === JSON.stringify(b)),
      map((view) => tablePicture(view, look)),
    );
  },
});

/** As many as the longest row has that is written by hand, else one. */
function columnsOf(rows: string | undefined, items: readonly (string | readonly string[])[] = []): readonly Column[] {
  const longest =
    rows === undefined
      ? items.reduce((most, item) => Math.max(most, typeof item === 'string' ? 1 : item.length), 1)
      : 1;
  return Array.from({ length: longest }, () => ({}));
}

export default definePlugin({ name: 'table', apiVersion: 1, widgets: [table] });
