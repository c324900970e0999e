import type { Pages } from './driver.ts';
import { gone } from './guest.ts';
import { endAll, type Lcd, lcd } from './lcd.ts';
import { type Lender, lend } from './lender.ts';
import { printedPicture, shows } from './picture.ts';
import { check, seconds, sleep, step } from './steps.ts';
import { deafness } from './strikes.ts';

/** After 1, 2, 4, 8 s and some more a lost panel is not looked for until 31 s have gone by. */
const FORGOTTEN = 17;

/** Well before that. */
const SOON = 8;

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
  await step('Ctrl-C ends it, and the picture of the emulated one is printed', async () => {
    const took = await run.stop();
    check(printedPicture(run.said(), 'four: picolcd 256x64') === pages.second, run.said);
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
    for (const [index, lender] of lenders.entries()) await shows(run, glassOf(lender), expected[index]!, 60);
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
