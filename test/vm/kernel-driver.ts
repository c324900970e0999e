import { spawn } from 'node:child_process';
import { createReadStream, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { command, FOLDER, hidDriver, memberOf } from './guest.ts';
import { FLAGS, LCD } from './lcd.ts';
import { lend } from './lender.ts';
import { inkOf } from './picture.ts';
import { check, sleep, step, until } from './steps.ts';

const WIDTH = 256;
const HEIGHT = 64;
const KEY_EVENT = { size: 24, kind: 16, code: 18, value: 20 };
const EV_KEY = 1;
/** What an emulated panel says of itself: 17 questions, 13 of them for the EEPROM. */
const ANSWERS = [
  /^firmware +1\.00$/m,
  /^device id +0{8}, type 0$/m,
  /^splash +0 of 7678 /m,
  /^eeprom +256 bytes, all ff$/m,
];

/** A picture with no symmetry: 1 bit per pixel, the leftmost in bit 0, as hid-picolcd's framebuffer has it. */
function slant(): { readonly bytes: Uint8Array; readonly ink: readonly string[] } {
  const isInk = (x: number, y: number) => (x + 3 * y) % 17 === 0 || (x < 40 && y < 12);
  const bytes = new Uint8Array((WIDTH * HEIGHT) / 8);
  const ink = Array.from({ length: HEIGHT }, (_, y) =>
    Array.from({ length: WIDTH }, (_, x) => {
      if (isInk(x, y)) bytes[(y * WIDTH + x) >> 3]! |= 1 << (x & 7);
      return isInk(x, y) ? '#' : ' ';
    }).join(''),
  );
  return { bytes, ink };
}

/** Rows that differ, for a person. */
const difference = (found: readonly string[], expected: readonly string[]): string =>
  found
    .flatMap((row, y) => (row === expected[y] ? [] : [`${y}: ${row}\n   ${expected[y]}`]))
    .slice(0, 4)
    .join('\n');

/** The kernel's hid-picolcd judges the emulated device: it binds it and uses all that it has. */
export async function kernelDriver(): Promise<void> {
  const lender = await lend(3241, 'KERNEL');
  let device = '';
  await step('hid-picolcd binds it with framebuffer, backlight, LEDs and keypad', async () => {
    device = await lender.plug();
    await until('hid-picolcd has it', () => hidDriver(device) === 'hid-picolcd');
    for (const kind of ['graphics', 'backlight', 'leds', 'input'])
      await until(`its ${kind}`, () => memberOf(kind, device), 5);
    const { backlight, contrast } = lender.panel().device.controls();
    check(
      backlight === 1 && Math.abs(contrast! - 26 / 102) < 0.01,
      () => `backlight ${backlight}, contrast ${contrast}`,
    );
  });
  await step('a picture in its framebuffer arrives on the glass', async () => {
    const { bytes, ink } = slant();
    writeFileSync('/tmp/slant', bytes);
    const screen = `/dev/${memberOf('graphics', device)!.split('/').at(-1)}`;
    const sent = () => lender.panel().counters().packets;
    const before = sent();
    const drawing = spawn('/usr/bin/perl', [join(FOLDER, 'draw.pl'), screen, '/tmp/slant', String(bytes.length)]);
    let said = '';
    drawing.stderr.on('data', (more) => {
      said += more;
    });
    const glass = () => inkOf(lender.panel().device.glass());
    // It sends an empty frame first, then the picture: some 128 packets, one at a time.
    await until('the picture', () => difference(glass(), ink) === '', 30).catch(() => {
      throw new Error(`${said}the glass, and what was drawn:\n${difference(glass(), ink)}`);
    });
    const packets = sent();
    // Nothing new is drawn while it waits for what is on its way.
    drawing.kill('SIGSTOP');
    await sleep(1_000);
    drawing.kill('SIGKILL');
    return `${packets - before} packets`;
  });
  await step('its brightness and an LED arrive', async () => {
    writeFileSync(`${memberOf('backlight', device)}/brightness`, '128');
    writeFileSync(`${memberOf('leds', device)}/brightness`, '1');
    const controls = () => lender.panel().device.controls();
    const lit = () => Object.entries(controls()).filter(([name, level]) => name.startsWith('led') && level === 1);
    const arrived = () => controls().backlight === 128 / 255 && lit().length === 1;
    await until('backlight 128 and one LED', arrived).catch((error: Error) => {
      throw new Error(`${error.message}: ${JSON.stringify(controls())}`);
    });
  });
  await step('its keypad tells a key of the panel', async () => {
    const events: string[] = [];
    const folder = memberOf('input', device)!;
    const node = readdirSync(folder).find((name) => name.startsWith('event')) ?? folder.split('/').at(-1)!;
    const stream = createReadStream(`/dev/input/${node}`);
    // The kernel says so when the device is pulled.
    stream.on('error', () => stream.destroy());
    stream.on('data', (chunk) => {
      const bytes = chunk as Buffer;
      for (let at = 0; at + KEY_EVENT.size <= bytes.length; at += KEY_EVENT.size)
        if (bytes.readUInt16LE(at + KEY_EVENT.kind) === EV_KEY)
          events.push(`${bytes.readUInt16LE(at + KEY_EVENT.code)}=${bytes.readInt32LE(at + KEY_EVENT.value)}`);
    });
    await until('the key device is open', () => stream.pending === false);
    lender.panel().press('up', true);
    await until('a key goes down', () => events.length === 1);
    lender.panel().press('up', false);
    await until('the key goes up', () => events.length === 2);
    stream.destroy();
    check(/^(\d+)=1 \1=0$/.test(events.join(' ')), () => events.join(' '));
    return events.join(' ');
  });
  await step(
    'lcd device info: questions and answers on the real bus, and hid-picolcd has the panel again',
    async () => {
      const told = await command(
        process.execPath,
        ...FLAGS,
        LCD,
        'device',
        'front',
        'info',
        join(FOLDER, 'panel.yaml'),
      );
      for (const fact of ANSWERS) check(fact.test(told), () => `${fact} expected:\n${told}`);
      await until('hid-picolcd has it', () => hidDriver(device) === 'hid-picolcd');
    },
  );
  await step('pulled out, the kernel lets go of it', () => lender.pull());
  lender.close();
}
