import { type Attempt, defineSource, LcdError } from '@lcdflow/core';
import { everyOption, plain } from './describe.ts';
import type { Files } from './files.ts';
import { pollSlowly } from './poll-slowly.ts';
import { parseSession, parseUtmp, type UserSession } from './user-sessions.ts';

const SESSIONS = '/run/systemd/sessions';
const MOST = 200;

/** Who is logged in, from systemd-logind, or where that is missing from utmp. */
export const users = (files: Files) =>
  defineSource({
    name: 'users',
    meaning: 'Who is logged in.',
    options: { type: 'object', properties: { every: everyOption('10s') }, additionalProperties: false },
    describe: {
      count: plain('How many different people.'),
      sessions: plain('How many times, all together.'),
      names: plain('Their names, with commas between them.'),
      'logins[].user': plain('The name of one who is logged in.'),
      'logins[].terminal': plain('Where, such as `tty2` or `pts/0`; no value where it is not told.'),
      'logins[].host': plain('From which machine; no value for this one.'),
    },
    read: ({ every }, context) => pollSlowly({ name: 'users', every, context }, () => measure(files)),
  });

async function measure(files: Files): Promise<Attempt> {
  const found = (await loginsOf(files)).slice(0, MOST);
  const names = [...new Set(found.map(({ user }) => user))].sort();
  return { readings: { count: names.length, sessions: found.length, names: names.join(', '), logins: found } };
}

async function loginsOf(files: Files): Promise<readonly UserSession[]> {
  // Beside each session lies a pipe that tells logind of its end: it ends in .ref and is never read.
  const names = files.names(SESSIONS).filter((name) => !name.includes('.'));
  const sessions = await Promise.all(names.map((name) => sessionOf(files, name)));
  const found = sessions.filter((session) => session !== undefined);
  if (found.length > 0) return found;
  const utmp = ['/run/utmp', '/var/run/utmp'].find(files.exists);
  if (utmp !== undefined) return parseUtmp(await files.slowBytes(utmp));
  if (files.exists(SESSIONS)) return [];
  throw new LcdError('not-found', 'nobody keeps a list: expected /run/systemd/sessions or /run/utmp');
}

const sessionOf = (files: Files, name: string) =>
  files.slowText(`${SESSIONS}/${name}`).then(parseSession, () => undefined);
