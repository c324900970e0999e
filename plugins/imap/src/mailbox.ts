import { LcdError, plainText, type Readings } from '@lcdflow/core';
import type { ImapFlow, MessageEnvelopeObject } from 'imapflow';

const LONGEST = 200;

/** What is in the open mailbox now. Errors when the server does not tell. */
export async function mailboxReadings(client: ImapFlow): Promise<Readings> {
  const unread = await countUnread(client);
  const total = client.mailbox === false ? 0 : client.mailbox.exists;
  if (total === 0) return { unread, total, newest: undefined };
  // It may have been deleted meanwhile.
  const newest = await client.fetchOne('*', { envelope: true });
  return { unread, total, newest: newest === false ? undefined : told(newest.envelope) };
}

/** A number where the server can count (RFC 4731), else all their numbers. */
async function countUnread(client: ImapFlow): Promise<number> {
  const found = await client.search({ seen: false }, { returnOptions: ['COUNT'] });
  if (Array.isArray(found)) return found.length;
  if (typeof found === 'object' && found.count !== undefined) return found.count;
  throw new LcdError('protocol', 'does not tell what is unread');
}

function told({ subject, from }: MessageEnvelopeObject = {}): Readings {
  const [who] = from ?? [];
  return { subject: oneLine(subject), from: oneLine(who?.name) ?? oneLine(who?.address) };
}

/** What was written by a stranger as one line that a display can show. */
function oneLine(text = ''): string | undefined {
  const line = plainText(text.slice(0, 10 * LONGEST))
    .replaceAll(/\s+/gu, ' ')
    .trim();
  return line === '' ? undefined : [...line].slice(0, LONGEST).join('');
}
