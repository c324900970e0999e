import { existsSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { glassLetters } from '../peers/glass-letters.ts';
import { pageConfig, startLcd4linux } from '../peers/lcd4linux.ts';
import { lcdproc } from '../peers/lcdproc.ts';
import type { Peer, Row, RunningPeer } from '../peers/peer.ts';
import type { Lender } from './lender.ts';
import { check, step, until } from './steps.ts';

/** What a program that others have written is to draw on a lent device, and what must be seen then. */
export interface Judgement {
  /** The name of its step. */
  readonly name: string;
  readonly peer: Peer;
  /** A file that it needs, and the Debian package with it. */
  readonly needs: readonly [file: string, debianPackage: string];
  readonly driver: string;
  /** The part of its config that is about the display. */
  readonly config: string;
  readonly rows: readonly Row[];
  readonly picture: readonly string[];
  /** How some controls of the device stand then. */
  readonly controls: Readonly<Record<string, number>>;
  /** A key of the device, and what the program calls it. */
  readonly key?: readonly [pressed: string, told: string];
}

/** A step: the program draws on the device through the kernel of the guest. Nothing has been drawn on it before. */
export const judged = (lender: Lender, judgement: Judgement): Promise<void> =>
  step(judgement.name, async () => {
    const [file, debianPackage] = judgement.needs;
    check(existsSync(file), () => `${file} is missing: apt-get install ${debianPackage}`);
    await lender.plug();
    let running: RunningPeer | undefined;
    try {
      const { rows, driver, config, picture } = judgement;
      const folder = mkdtempSync('/tmp/judge-');
      running = await judgement.peer.start({ rows, driver, config, folder, width: picture[0]!.length, port: '' });
      await drawn(lender, judgement, running);
      await told(lender, judgement, running);
      return `${lender.panel().counters().packets} packets`;
    } finally {
      await running?.stop();
      await lender.pull();
    }
  });

async function drawn(lender: Lender, { picture, controls }: Judgement, running: RunningPeer): Promise<void> {
  const seen = () => glassLetters(lender.panel().device.glass()).join('\n');
  const stand = () => lender.panel().device.controls();
  const isSet = ([name, level]: readonly [string, number]) => Math.abs(stand()[name]! - level) < 0.01;
  const areSet = () => Object.entries(controls).every(isSet);
  await until('its text and controls', () => seen() === picture.join('\n') && areSet()).catch(() => {
    const [found, expected] = [stand(), controls].map((all) => JSON.stringify(all));
    const words = `the glass shows:\n${seen()}\n${found}\nand not:\n${picture.join('\n')}\n${expected}`;
    throw new Error(`${words}\nit said:\n${running.said()}`);
  });
}

async function told(lender: Lender, { key }: Judgement, running: RunningPeer): Promise<void> {
  if (!key) return;
  const [pressed, name] = key;
  lender.panel().press(pressed, true);
  await until(`it tells the key ${name}, not only ${running.keys()}`, () => running.keys().includes(name));
  lender.panel().press(pressed, false);
}

/** A picture that reads as F only if no row and no column of it is somewhere else. */
const ICON = ['*****', '*....', '*....', '****.', '*....', '*....', '*....', '.....'];

/** lcd4linux without its greeting, which takes seconds. In the last column of the first row it has an icon that is an F. */
const lcd4linux: Peer = {
  programs: ['lcd4linux'],
  start: async (job) => {
    const page = pageConfig(job)
      .replace(`width ${job.width}`, `width ${job.width - 1}`)
      .replace("Col1 'Row0'", `Col1 'Row0'\n    Col${job.width} 'Letter'`);
    const bitmap = ICON.map((row, index) => `    Row${index + 1} '${row}'`).join('\n');
    const icon = `Widget Letter {\n  class 'Icon'\n  bitmap {\n${bitmap}\n  }\n}\n`;
    const child = startLcd4linux(`${icon}${page}`, job.folder, '-q');
    return { said: child.said, keys: () => [], stop: child.stop };
  },
};
export const LCD4LINUX = { peer: lcd4linux, needs: ['/usr/sbin/lcd4linux', 'lcd4linux'] } as const;

/** LCDproc with a driver that lies where Debian puts it. */
export const lcdprocWith = (driver: string) => {
  const file = join('/usr/lib/x86_64-linux-gnu/lcdproc', `${driver}.so`);
  return { peer: lcdproc, driver, needs: [file, 'lcdproc-extra-drivers'] } as const;
};
