import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startChild } from './child.ts';
import { configOf, type Job, type Peer, type Row } from './peer.ts';

const look = (row: Row, width: number): string =>
  typeof row === 'string'
    ? `class 'Text'\n  expression '${row}'\n  width ${width}`
    : `class 'Bar'\n  expression ${row.bar}\n  length ${width}\n  direction 'E'\n  min 0\n  max 100`;

// Each brace ends its line, or it is taken for a value.
const place = (_: Row, index: number): string => `  Row${index + 1} {\n    Col1 'Row${index}'\n  }\n`;

/** The whole config of a job: a widget `Row0`, `Row1` ... for each row, in the first column. */
export const pageConfig = (job: Job): string => `
Display Panel {
  Driver '${job.driver}'
${configOf(job)}}
${job.rows.map((row, index) => `Widget Row${index} {\n  ${look(row, job.width)}\n  update 1000\n}\n`).join('')}
Layout Page {
${job.rows.map(place).join('')}}
Display 'Panel'
Layout 'Page'
`;

/** Starts lcd4linux on a config. It only takes one that nobody else can read. `-q` among the flags: without greeting. */
export function startLcd4linux(config: string, folder: string, ...flags: readonly string[]) {
  const file = join(folder, 'lcd4linux.conf');
  writeFileSync(file, config, { mode: 0o600 });
  return startChild('lcd4linux', ['-F', '-v', '-f', file, '-p', join(folder, 'lcd4linux.pid'), ...flags]);
}

export const lcd4linux: Peer = {
  programs: ['lcd4linux', 'socat'],
  start: async (job) => {
    const child = startLcd4linux(pageConfig(job), job.folder);
    return { said: child.said, keys: () => [], stop: child.stop };
  },
};
