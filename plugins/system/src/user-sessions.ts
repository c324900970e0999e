import { plainText } from '@lcdflow/core';

/** Somebody who is logged in. */
export interface UserSession {
  readonly user: string;
  readonly terminal: string | undefined;
  /** The machine they come from. */
  readonly host: string | undefined;
}

const LONGEST = 100;
/** Made for programs, before somebody logs in, or by the system: nobody sits there. */
const NOBODY = /^(greeter|background|background-light|manager|manager-early|lock-screen|none)$/;

const shown = (text: string | undefined): string | undefined =>
  plainText(text ?? '')
    .trim()
    .slice(0, LONGEST) || undefined;

/** A file of /run/systemd/sessions: `USER=anna`, `TTY=pts/0` …; nothing for sessions that are no person's. */
export function parseSession(text: string): UserSession | undefined {
  const lines = new Map([...text.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, key, value]) => [key, value]));
  const user = shown(lines.get('USER'));
  if (user === undefined || lines.get('STATE') === 'closing' || NOBODY.test(lines.get('CLASS') ?? '')) return undefined;
  return { user, terminal: shown(lines.get('TTY')), host: shown(lines.get('REMOTE_HOST')) };
}

/** utmp(5): type, process, line[32], id[4], user[32], host[256] …; where times have 64 bits a record is longer. */
const LENGTHS = [384, 400];
const USER_PROCESS = 7;

/** The logins of a utmp file. */
export function parseUtmp(bytes: Buffer): readonly UserSession[] {
  const length = LENGTHS.find((one) => bytes.length % one === 0);
  if (length === undefined) return [];
  const found: UserSession[] = [];
  for (let start = 0; start < bytes.length; start += length) {
    const text = (from: number, most: number) =>
      shown(bytes.toString('utf8', start + from, start + from + most).split('\0', 1)[0]);
    const user = text(44, 32);
    if (bytes.readInt16LE(start) !== USER_PROCESS || user === undefined) continue;
    found.push({ user, terminal: text(8, 32), host: text(76, 256) });
  }
  return found;
}
