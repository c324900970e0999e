import { Secret } from '@lcdflow/core';
import { describe, expect, test, vi } from 'vitest';
import { bench } from './bench.ts';
import { dovecot, isThere } from './dovecot.ts';

const head = (subject: string, from = 'Bob <bob@example.org>') =>
  `From: ${from}\nTo: ann@example.org\nSubject: ${subject}`;

describe.skipIf(!isThere)('dovecot (needs apt-get install dovecot-imapd)', () => {
  test('mail is told as it comes, is read and goes', async () => {
    const { port, deliver, see, remove } = await dovecot();
    const { watch, logged } = bench({ port });
    const watching = watch();
    expect(await watching.next()).toEqual({ unread: 0, total: 0, newest: undefined, updated: 1000, stale: false });
    deliver('1.a', head('=?utf-8?q?Gr=C3=BC=C3=9Fe?='));
    expect(await watching.until(({ total }) => total === 1)).toMatchObject({
      unread: 1,
      newest: { subject: 'Grüße', from: 'Bob' },
    });
    deliver('2.b', head(`${'x'.repeat(1000)} \x1b[31mred`, 'eve@example.org'));
    const { newest } = await watching.until(({ total }) => total === 2);
    expect(newest).toEqual({ subject: 'x'.repeat(200), from: 'eve@example.org' });
    see('1.a');
    expect(await watching.until(({ unread }) => unread === 1)).toMatchObject({ total: 2 });
    remove('2.b');
    expect(await watching.until(({ total }) => total === 1)).toMatchObject({ unread: 0, newest: { subject: 'Grüße' } });
    expect(logged).toEqual([]);
  });

  test('it is killed and comes back', async () => {
    const { port, deliver, kill, start } = await dovecot();
    deliver('1.a', head('one'));
    const { watch, logged } = bench({ port, keep: '1h' });
    const watching = watch();
    await watching.until(({ total }) => total === 1);
    await kill();
    expect(await watching.until(({ stale }) => stale === true)).toMatchObject({ unread: 1 });
    deliver('2.b', head('two'));
    await start();
    expect(await watching.until(({ stale }) => stale === false)).toMatchObject({
      unread: 2,
      newest: { subject: 'two' },
    });
    deliver('3.c', head('three'));
    await watching.until(({ unread }) => unread === 3);
    expect(logged[0]).toBe(`imap: 127.0.0.1:${port}: it has closed the connection`);
    expect(logged.at(-1)).toBe('imap: is back');
  });

  test('a wrong password is told once, without it, and not tried again at once', async () => {
    const { port } = await dovecot();
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const { watch, logged } = bench({ port, password: new Secret('wrong5word') });
    const watching = watch();
    expect(await watching.next()).toEqual({ updated: undefined, stale: true });
    vi.advanceTimersByTime(299_000);
    expect(watching.seen).toHaveLength(1);
    vi.advanceTimersByTime(2_100);
    vi.useRealTimers();
    await watching.next();
    expect(logged).toEqual([`imap: 127.0.0.1:${port}: user or password is wrong`]);
  });

  test('encrypted: from the beginning and after STARTTLS, by an authority that is trusted and one that is not', async () => {
    const { port, tlsPort, at } = await dovecot();
    for (const [number, tls] of [
      [tlsPort, true],
      [port, 'starttls'],
    ] as const) {
      const trusting = bench({ port: number, tls, authority: 'ca.pem' }, at);
      expect(await trusting.watch().next()).toMatchObject({ total: 0 });
      const { watch, logged } = bench({ port: number, tls }, at);
      await watch().next();
      expect(logged).toEqual([
        `imap: 127.0.0.1:${number}: its certificate is signed by an authority that is not trusted`,
      ]);
    }
    const { watch, logged } = bench({ port: tlsPort, tls: true, authority: 'none.pem' }, at);
    await watch().next();
    expect(logged).toEqual([`imap: 127.0.0.1:${tlsPort}: none.pem: cannot be read: ENOENT`]);
  });

  test('a mailbox that is not there', async () => {
    const { port } = await dovecot();
    const { watch, logged } = bench({ port, mailbox: 'Nowhere' });
    await watch().next();
    expect(logged).toEqual([`imap: 127.0.0.1:${port}: has no mailbox Nowhere that can be opened`]);
  });
});
