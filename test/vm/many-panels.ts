import type { Pages } from './driver.ts';
import { deviceWith, gone, hidDriver } from './guest.ts';
import { endAll, type Lcd, lcd, START } from './lcd.ts';
import { type Lender, lend } from './lender.ts';
import { printedPicture, shows } from './picture.ts';
import { check, seconds, sleep, step, until } from './steps.ts';
import { deafness } from './strikes.ts';

/** Looks after 1, 3 and 7 s have been in vain: a lost panel is not looked for until 15 s have gone by. */
const FORGOTTEN = 8;

/** Well before that. */
const SOON = 5;

/** Three lent panels and an emulated one in one process: what happens to one does not touch the others. */
export async function manyPanels(pages: Pages): Promise<void> {
  const deaf = deafness(false);
  const one = await lend(3262, 'ONE');
  const two = await lend(3263, 'TWO');
  const three = await lend(3264, 'THREE', [deaf.behaviour]);
  const run = await drawn([one, two, three], pages);
  let pulled = 0;
  await step('one is pulled: another turns its page as fast as ever', async () => {
    await one.pull();
    pulled = seconds();
    await run.says(/one: .*unplugged/);
    return turned(two, run, pages.first);
  });
  await step('another takes nothing more: the rest goes on, and its page is right when it heals', async () => {
    deaf.strike();
    press(three);
    // It has packets that wait for their two seconds to go by.
    await sleep(300);
    const other = await turned(two, run, pages.second);
    await run.says(/three: .*has not taken a packet within/);
    deaf.heal();
    await shows(run, glassOf(three), pages.first);
    return other;
  });
  await step('plugged in again long after: udevd tells, so that nobody waits for the next look', async () => {
    await sleep(1_000 * Math.max(0, pulled + FORGOTTEN - seconds()));
    const start = seconds();
    await one.plug();
    await run.says(/one: is back/, SOON);
    const took = seconds() - start;
    await shows(run, glassOf(one), pages.first);
    return `${took.toFixed(2)} s after plugging in, ${(start - pulled).toFixed(0)} s after pulling out`;
  });
  await step('Ctrl-C ends it, hid-picolcd has them again, and the picture of the emulated one is printed', async () => {
    const took = await run.stop();
    check(printedPicture(run.said(), 'four: picolcd 256x64') === pages.second, run.said);
    for (const name of ['ONE', 'TWO', 'THREE']) {
      const device = (await deviceWith(name))!;
      await until(`hid-picolcd has ${name}`, () => hidDriver(device) === 'hid-picolcd');
    }
    return `ended after ${took.toFixed(2)} s`;
  });
  await endAll();
  for (const lender of [one, two, three]) lender.close();
  await gone('THREE');
}

const glassOf = (lender: Lender) => () => lender.panel().device.glass();

/** `lcd run` that has drawn on all of them. */
async function drawn(lenders: readonly Lender[], pages: Pages): Promise<Lcd> {
  for (const lender of lenders) await lender.plug();
  const run = lcd(['-v', 'run', 'many-panels.yaml']);
  await step('three panels by serial number and an emulated one in one process: each has its own picture', async () => {
    const expected = [pages.first, pages.second, pages.first];
    for (const [index, lender] of lenders.entries()) await shows(run, glassOf(lender), expected[index]!, START);
  });
  return run;
}

/** Presses its key and waits for the picture of its other page. */
async function turned(lender: Lender, run: Lcd, expected: string): Promise<string> {
  const start = seconds();
  press(lender);
  await shows(run, glassOf(lender), expected);
  return `${((seconds() - start) * 1_000).toFixed(0)} ms`;
}

function press(lender: Lender): void {
  lender.panel().press('down', true);
  lender.panel().press('down', false);
}
