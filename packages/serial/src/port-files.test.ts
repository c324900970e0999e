import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { portFiles } from './port-files.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A root folder with files by path; a text that begins with `->` is a link. */
function root(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'lcdflow-root-')));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    if (text.startsWith('-> ')) symlinkSync(text.slice(3), file);
    else writeFileSync(file, text);
  }
  return folder;
}

const USB = 'sys/devices/usb1/1-1';

const machine = () =>
  root({
    'dev/ttyUSB0': '',
    'dev/ttyS0': '',
    'dev/ttyS1': '',
    'dev/tty1': '',
    'dev/serial/by-id/usb-FTDI_FT232R_A1-if00-port0': '-> ../../ttyUSB0',
    'dev/serial/by-id/usb-gone': '-> ../../ttyUSB9',
    'sys/class/tty/ttyUSB0': `-> ../../devices/usb1/1-1/1-1:1.0/ttyUSB0/tty/ttyUSB0`,
    [`${USB}/idVendor`]: '0403\n',
    [`${USB}/idProduct`]: '6001\n',
    [`${USB}/manufacturer`]: 'FTDI\n',
    [`${USB}/serial`]: 'A1\n',
    [`${USB}/product`]: '\n',
    [`${USB}/1-1:1.0/ttyUSB0/tty/ttyUSB0/device`]: '-> ../..',
    // No node in /dev, as in a container.
    'sys/class/tty/ttyUSB1/device': '-> ../../../devices/usb1/1-1',
    'sys/class/tty/ttyS0/device': '-> ../../../devices/pnp0',
    'sys/class/tty/ttyS0/type': '4\n',
    'sys/class/tty/ttyS1/device': '-> ../../../devices/pnp0',
    'sys/class/tty/ttyS1/type': '0\n',
    'sys/devices/pnp0/id': 'PNP0501',
    'sys/class/tty/tty1/dev': '4:1',
  });

test('ports with hardware behind them, with what their adapter says', () => {
  const folder = machine();
  expect(portFiles(folder).ports()).toEqual([
    { path: join(folder, 'dev/ttyS0') },
    {
      path: join(folder, 'dev/ttyUSB0'),
      stable: join(folder, 'dev/serial/by-id/usb-FTDI_FT232R_A1-if00-port0'),
      ...{ vendorId: 0x0403, productId: 0x6001, manufacturer: 'FTDI', serial: 'A1' },
    },
  ]);
});

test('a system without such files has no ports', () => {
  expect(portFiles(root({})).ports()).toEqual([]);
});

test('links are followed, and what is at their end is told apart', () => {
  const folder = root({ one: '1', link: '-> one', nowhere: '-> none' });
  const files = portFiles(folder);
  expect(files.target(join(folder, 'link'))).toBe(join(folder, 'one'));
  expect(files.target(join(folder, 'nowhere'))).toBeUndefined();
  expect(files.target('COM3')).toBe('COM3');
  const before = files.identity(join(folder, 'link'));
  rmSync(join(folder, 'one'));
  expect(files.identity(join(folder, 'link'))).toBeUndefined();
  writeFileSync(join(folder, 'one'), 'another');
  expect(files.identity(join(folder, 'link'))).not.toBe(before);
});

test('who holds a port, as far as can be seen', () => {
  const folder = root({
    'proc/812/comm': 'LCDd\n',
    'proc/812/fd/0': '-> /dev/null',
    'proc/812/fd/5': '-> /dev/ttyUSB0',
    'proc/9/fd/3': '-> /dev/ttyUSB0',
    'proc/77/comm': 'bash\n',
    'proc/77/fd/1': '-> /dev/pts/0',
    'proc/uptime': '5',
  });
  const files = portFiles(folder);
  expect([...files.holders('/dev/ttyUSB0')].sort()).toEqual(['LCDd (812)', 'a program (9)']);
  expect(files.holders('/dev/ttyUSB1')).toEqual([]);
});

test('the group of a port by its name', () => {
  const folder = root({ port: '', 'etc/group': `root:x:0:\nnone\nours:x:${process.getgid!()}:me\n` });
  const files = portFiles(folder);
  expect(files.group(join(folder, 'port'))).toBe(process.getgid!() === 0 ? 'root' : 'ours');
  expect(files.group(join(folder, 'none'))).toBeUndefined();
});
