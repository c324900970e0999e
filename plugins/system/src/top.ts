import { type Attempt, defineSource } from '@lcdflow/core';
import { map } from 'rxjs';
import { everyOption, plain } from './describe.ts';
import type { Files } from './files.ts';
import { firstOf } from './first.ts';
import { pageSize } from './page-size.ts';
import { pollSlowly } from './poll-slowly.ts';
import { type Process, processTable } from './process-table.ts';

/** The processes that need most, from /proc/N/stat. */
export const top = (files: Files) =>
  defineSource({
    name: 'top',
    meaning: 'The processes that need most of the processor or of the memory.',
    options: {
      type: 'object',
      properties: {
        by: { type: 'string', enum: ['cpu', 'memory'], default: 'cpu', description: 'What they are sorted by.' },
        count: { type: 'integer', minimum: 1, maximum: 100, default: 5, description: 'How many.' },
        every: everyOption('5s'),
      },
      additionalProperties: false,
    },
    describe: {
      'processes[].name': plain('Name of the program, at most 15 letters.'),
      'processes[].id': plain('Number of the process.'),
      'processes[].cpu': { unit: '%', meaning: 'Time at work since the measurement before; 100 % is one core.' },
      'processes[].memory': { unit: 'B', meaning: 'Main memory it holds, shared libraries included.' },
    },
    read: ({ by, count, every }, context) => {
      const page = pageSize(files);
      const look = processTable(files);
      return pollSlowly({ name: 'top', every, context, twice: true }, (now) =>
        look(now).pipe(
          map((all): Attempt => {
            const shown = firstOf(all, count, by === 'cpu' ? byCpu : byMemory);
            const readingsOf = ({ stat: { name, id, pages }, cpu }: Process) => ({
              name,
              id,
              cpu,
              memory: pages * page,
            });
            return { readings: { processes: shown.map(readingsOf) } };
          }),
        ),
      );
    },
  });

const byMemory = (a: Process, b: Process) => b.stat.pages - a.stat.pages;
const byCpu = (a: Process, b: Process) => (b.cpu ?? -1) - (a.cpu ?? -1) || byMemory(a, b);
