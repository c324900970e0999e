import { assert, property, string, stringMatching, uint8Array } from 'fast-check';
import { expect, test } from 'vitest';
import { parseMegahertz } from './frequency.ts';
import { parseMounts } from './mounts.ts';
import { parseAuxv } from './page-size.ts';
import { batteryOf, parseSupply, together } from './power-supply.ts';
import { parsePressure } from './pressure.ts';
import { parseProcessStat } from './process-stat.ts';
import { parseSession, parseUtmp } from './user-sessions.ts';
import { parseWireless } from './wireless.ts';

/** A utmp record of 384 bytes as login writes it. */
function login(type: number, line: string, user: string, host: string, length = 384): Buffer {
  const record = Buffer.alloc(length);
  record.writeInt16LE(type, 0);
  record.write(line, 8);
  record.write(user, 44);
  record.write(host, 76);
  return record;
}

test.each([384, 400])('logins of a utmp file with records of %i bytes', (length) => {
  const records = [
    login(2, '~', 'reboot', '6.1.0', length),
    login(7, 'tty1', 'anna', '', length),
    login(8, 'pts/3', '', '', length),
    login(7, 'pts/0', 'ben\x1b[31m', 'host.example', length),
  ];
  expect(parseUtmp(Buffer.concat(records))).toEqual([
    { user: 'anna', terminal: 'tty1', host: undefined },
    { user: 'ben', terminal: 'pts/0', host: 'host.example' },
  ]);
});

test('sessions that are no person', () => {
  expect(parseSession('USER=gdm\nCLASS=greeter\n')).toBeUndefined();
  expect(parseSession('USER=anna\nCLASS=user\nSTATE=closing\n')).toBeUndefined();
  expect(parseSession('USER=anna\nCLASS=user\nTTY=tty2\n')).toEqual({
    user: 'anna',
    terminal: 'tty2',
    host: undefined,
  });
});

test('a process may have any name', () => {
  const stat = '42 (a) b (c\x07) S 1 42 42 0 -1 4194304 1 0 0 0 7 3 0 0 20 0 1 0 900 1000 50 1 0';
  expect(parseProcessStat(stat)).toEqual({ id: 42, name: 'a) b (c', ticks: 10, started: 900, pages: 50 });
  expect(parseProcessStat('42 (zombie)')).toBeUndefined();
});

test('mounts with blanks in their names, and those that hold no data', () => {
  const text = [
    'overlay / overlay rw 0 0',
    '/dev/sda1 /mnt/my\\040disk ext4 rw 0 0',
    '/dev/sda1 /var/lib/very/deep ext4 rw 0 0',
    'tmpfs /tmp tmpfs rw 0 0',
    '/dev/loop3 /snap/x squashfs ro 0 0',
    'anna@host:/ /home/anna/far fuse.sshfs rw 0 0',
    '/dev/sda2 /etc/hosts ext4 rw 0 0',
  ];
  expect(parseMounts(text.join('\n')).map(({ path }) => path)).toEqual(['/', '/mnt/my disk', '/home/anna/far']);
});

test('signals as drivers write them', () => {
  const text = ' wlan0: 0000   70.  -40.  -256        0\nwlan1: 0000   35   196   0   0 0\n';
  expect(parseWireless(text)).toEqual([
    { interface: 'wlan0', quality: 100, signal: -40, noise: undefined },
    { interface: 'wlan1', quality: 50, signal: -60, noise: 0 },
  ]);
});

test('a battery that counts charge, and two that count as one', () => {
  const one = batteryOf(
    parseSupply(
      'BAT0',
      lines({
        STATUS: 'Charging',
        VOLTAGE_NOW: 12_000_000,
        CURRENT_NOW: 1_000_000,
        CHARGE_NOW: 1_000_000,
        CHARGE_FULL: 4_000_000,
      }),
    ),
  );
  expect(one).toMatchObject({ percent: 25, state: 'charging', power: 12, now: 12, most: 48 });
  expect(together([one])).toMatchObject({ percent: 25, full: 10_800, left: undefined });
  const other = batteryOf(
    parseSupply(
      'BAT1',
      lines({ STATUS: 'Full', CAPACITY: 100, ENERGY_NOW: 16_000_000, ENERGY_FULL: 16_000_000, POWER_NOW: 0 }),
    ),
  );
  expect(together([one, other])).toMatchObject({ percent: 43.75, state: 'charging', power: 12 });
  expect(together([])).toMatchObject({ percent: undefined, state: undefined, left: undefined });
});

const lines = (properties: object) =>
  Object.entries({ TYPE: 'Battery', ...properties })
    .map(([key, value]) => `POWER_SUPPLY_${key}=${value}\n`)
    .join('');

test('the page size is among the pairs', () => {
  const pairs = Buffer.alloc(64);
  [33n, 99n, 6n, 16384n, 0n, 0n].forEach((value, index) => {
    pairs.writeBigUInt64LE(value, index * 8);
  });
  expect(parseAuxv(pairs, true)).toBe(16384);
  expect(parseAuxv(Buffer.alloc(3), true)).toBeUndefined();
});

test('garbage is passed over', () => {
  const nearly = stringMatching(
    /^((some|full|wlan0:|POWER_SUPPLY_\w|cpu MHz\s:|USER=|1 \(x\) S)[ \d.=a-z\\-]{0,60}\n?){0,4}$/,
  );
  for (const text of [string(), nearly])
    assert(
      property(text, (given) => {
        for (const share of parsePressure(given).values()) expect(share).toBeLessThanOrEqual(100);
        for (const { quality } of parseWireless(given)) expect(quality).toBeLessThanOrEqual(100);
        const { percent = 0 } = batteryOf(parseSupply('x', given));
        expect(percent >= 0 && percent <= 100).toBe(true);
        expect(parseMegahertz(given).every((value) => value! >= 0)).toBe(true);
        for (const parse of [parseMounts, parseSession, parseProcessStat]) parse(given);
      }),
    );
  assert(property(uint8Array({ maxLength: 1200 }), (bytes) => Array.isArray(parseUtmp(Buffer.from(bytes)))));
});
