import { type Behaviour, completeLate, refuse, report, stall, unplug } from '@lcdflow/emulator';
import type { Pages } from './driver.ts';
import { deviceWith } from './guest.ts';
import { type Lcd, lcd } from './lcd.ts';
import { type Lender, lend } from './lender.ts';
import { shows } from './picture.ts';
import { check, seconds, step, until } from './steps.ts';

const glassOf = (lender: Lender) => () => lender.panel().device.glass();

/** The error report for a bad 96: not enough data (protocol paper, section 2.2). */
const COMPLAINT = Uint8Array.of(0x10, 0x96, 0x02, ...new Uint8Array(14));

/** A fault in the middle of the first repaint, which has some 7 packets for opening in front. */
const IN_REPAINT: readonly (readonly [string, Behaviour, RegExp | undefined])[] = [
  ['one STALL', stall({ at: [20] }), undefined],
  ['three STALLs in a row', stall({ at: [20, 21, 22] }), undefined],
  ['NAK for 300 ms', refuse({ at: [20], ms: 300 }), undefined],
  ['a completion 200 ms late', completeLate({ at: [20], ms: 200 }), undefined],
  ['an error report', report({ at: [20], packet: COMPLAINT }), /error in report 0x96/],
];

/** Faults of the device while `lcd run` draws: afterwards the glass is right. */
export async function faults(pages: Pages): Promise<void> {
  let port = 3250;
  for (const [name, behaviour, words] of IN_REPAINT) {
    await step(`${name} in a repaint: the picture is complete`, async () => {
      const lender = await lend(port++, `FAULT${port}`, [behaviour]);
      await lender.plug();
      const run = lcd(['-v', 'run', 'panel.yaml']);
      await shows(glassOf(lender), pages.first);
      if (words) await run.says(words);
      const { packets } = lender.panel().counters();
      await run.stop();
      await lender.pull();
      lender.close();
      check(packets < 200, () => `${packets} packets`);
      return `${packets} packets`;
    });
  }
  await replugging(pages);
  await step('a device that never takes a packet: told, and Ctrl-C still ends lcd run', async () => {
    const lender = await lend(3260, 'DEAF', [refuse({ at: [1], ms: 1e9 })]);
    await lender.plug();
    const run = lcd(['-v', 'run', 'panel.yaml']);
    await run.says(/has not taken a packet within/);
    const took = await run.stop();
    await lender.pull();
    lender.close();
    return `ended after ${took.toFixed(2)} s`;
  });
}

async function replugging(pages: Pages): Promise<void> {
  const lender = await lend(3261, 'REPLUG', [unplug({ at: [30] })]);
  let run: Lcd | undefined;
  await step('pulled in mid-repaint and plugged in again: the whole picture, with backlight and LEDs', async () => {
    await lender.plug();
    run = lcd(['-v', 'run', 'panel.yaml']);
    await until('the kernel forgets it', () => deviceWith('REPLUG') === undefined);
    await run.says(/unplugged/);
    return replugged(lender, pages);
  });
  await step('20 cycles of pulling and plugging', async () => {
    const times: number[] = [];
    for (let cycle = 0; cycle < 20; cycle++) {
      await lender.pull();
      times.push(Number.parseFloat(await replugged(lender, pages)));
    }
    check(run?.status() === null, () => `lcd run has ended:\n${run?.said()}`);
    times.sort((a, b) => a - b);
    return `plugged in to complete picture: median ${times[10]} s, longest ${times[19]} s`;
  });
  await step('Ctrl-C ends lcd run after all that', async () => `${(await run?.stop())?.toFixed(2)} s`);
  await lender.pull();
  lender.close();
}

async function replugged(lender: Lender, pages: Pages): Promise<string> {
  await lender.plug();
  const start = seconds();
  await shows(glassOf(lender), pages.first, 40);
  const { led1, backlight } = lender.panel().device.controls();
  check(led1 === 1 && Math.abs(backlight! - 0.5) < 0.01, () => `LED 1 ${led1}, backlight ${backlight}`);
  return `${(seconds() - start).toFixed(2)} s`;
}

/** Two panels in one process, by serial number: pulling one does not delay the other. */
export async function twoPanels(): Promise<void> {
  const [one, two] = [await lend(3262, 'ONE'), await lend(3263, 'TWO')];
  await step('two panels by serial number in one process', async () => {
    await one.plug();
    await two.plug();
    const run = lcd(['-v', 'run', 'two-panels.yaml']);
    await until('both have been painted', () => both((lender) => lender.panel().counters().packets >= 71));
    return run.says(/./);
  });
  await step('one is pulled: the other goes on within its intervals', async () => {
    await one.pull();
    const before = two.panel().counters();
    const start = seconds();
    two.panel().press('down', true);
    two.panel().press('down', false);
    await until('its page has turned', () => two.panel().counters().packets >= before.packets + 2, 5);
    return `${((seconds() - start) * 1000).toFixed(0)} ms after a key`;
  });
  await two.pull();
  one.close();
  two.close();

  function both(holds: (lender: Lender) => boolean): boolean {
    return [one, two].every(holds);
  }
}
