import { unplug } from '@lcdflow/emulator';
import type { Pages } from './driver.ts';
import { measured } from './figures.ts';
import { deviceWith, gone } from './guest.ts';
import { endAll, type Lcd, lcd } from './lcd.ts';
import { type Lender, lend } from './lender.ts';
import { shows } from './picture.ts';
import { check, seconds, step, until } from './steps.ts';
import { struck } from './strikes.ts';

/** Pulling and plugging while `lcd run` draws. */
export async function replugging(pages: Pages): Promise<void> {
  const lender = await lend(3261, 'REPLUG', [struck(unplug({ at: [30] })).only]);
  let run: Lcd | undefined;
  await step('pulled in mid-repaint and plugged in again: the whole picture, with backlight and LEDs', async () => {
    await lender.plug();
    run = lcd(['-v', 'run', 'panel.yaml']);
    await until('the kernel forgets it', async () => (await deviceWith('REPLUG')) === undefined);
    await run.says(/unplugged/);
    return replugged(lender, run!, pages);
  });
  await step('20 cycles of pulling and plugging', async () => {
    const times: number[] = [];
    for (let cycle = 0; cycle < 20; cycle++) {
      await lender.pull();
      times.push(Number.parseFloat(await replugged(lender, run!, pages)));
    }
    check(run?.status() === null, () => `lcd run has ended:\n${run?.said()}`);
    times.sort((a, b) => a - b);
    measured(
      { name: 'plugged in to complete picture, median of 20', value: times[10]!, unit: 's', goal: { atMost: 2 } },
      { name: 'plugged in to complete picture, longest', value: times[19]!, unit: 's', goal: { atMost: 2 } },
    );
    return `plugged in to complete picture: median ${times[10]} s, longest ${times[19]} s`;
  });
  await step('Ctrl-C ends lcd run after all that', async () => `${(await run?.stop())?.toFixed(2)} s`);
  await endAll();
  lender.close();
  await gone('REPLUG');
}

async function replugged(lender: Lender, run: Lcd, pages: Pages): Promise<string> {
  await lender.plug();
  const start = seconds();
  await shows(run, () => lender.panel().device.glass(), pages.first);
  const { led1, backlight } = lender.panel().device.controls();
  check(led1 === 1 && Math.abs(backlight! - 0.5) < 0.01, () => `LED 1 ${led1}, backlight ${backlight}`);
  return `${(seconds() - start).toFixed(2)} s`;
}
