import { type Behaviour, unplug } from '@lcdflow/emulator';
import { median } from '../../bench/median.ts';
import type { Pages } from './driver.ts';
import { measured } from './figures.ts';
import { gone } from './guest.ts';
import { type Lcd, panelRun } from './lcd.ts';
import { type Lender, lend } from './lender.ts';
import { shows } from './picture.ts';
import { check, seconds, step, until } from './steps.ts';
import { isOfKernel, struck } from './strikes.ts';

/** When a panel has got its first packet from `lcd run` since it was plugged in last, in s. */
function firstPacket() {
  let at: number | undefined;
  const behaviour: Behaviour = (receive) => (packet) => {
    if (!isOfKernel(packet)) at ??= seconds();
    return receive(packet);
  };
  return {
    behaviour,
    at: () => at,
    forget: () => {
      at = undefined;
    },
  };
}

const middle = (times: readonly number[]): string => median(times).toFixed(2);
const longest = (times: readonly number[]): string => Math.max(...times).toFixed(2);

/** Pulling and plugging while `lcd run` draws. */
export async function replugging(pages: Pages): Promise<void> {
  const { only, strikes } = struck(unplug({ at: [30] }));
  const first = firstPacket();
  const lender = await lend(3261, 'REPLUG', [first.behaviour, only]);
  const run = await panelRun();
  await step('pulled in mid-repaint and plugged in again: the whole picture, with backlight and LEDs', async () => {
    await lender.touch();
    await until('it is pulled', () => strikes() > 0);
    await run.says(/unplugged/);
    await gone('REPLUG');
    return `${(await replugged(lender, run, pages)).toFixed(2)} s`;
  });
  await step('20 cycles of pulling and plugging', async () => {
    const times: number[] = [];
    const starts: number[] = [];
    for (let cycle = 0; cycle < 20; cycle++) {
      await lender.pull();
      first.forget();
      const begin = seconds();
      times.push(await replugged(lender, run, pages));
      starts.push(first.at()! - begin);
    }
    check(run.status() === null, () => `lcd run has ended:\n${run.said()}`);
    measured(
      { name: 'plugged in to complete picture, median of 20', value: median(times), unit: 's', goal: { atMost: 2 } },
      { name: 'plugged in to complete picture, longest', value: Math.max(...times), unit: 's', goal: { atMost: 2 } },
    );
    const picture = `plugged in to complete picture: median ${middle(times)} s, longest ${longest(times)} s`;
    return `${picture}; usbip attach to the first packet: median ${middle(starts)} s, longest ${longest(starts)} s`;
  });
  lender.close();
  await gone('REPLUG');
}

/** Plugs it in; returns s from when the kernel lists it until the picture is complete. */
async function replugged(lender: Lender, run: Lcd, pages: Pages): Promise<number> {
  await lender.plug();
  const start = seconds();
  await shows(run, () => lender.panel().device.glass(), pages.first);
  const { led1, backlight } = lender.panel().device.controls();
  check(led1 === 1 && Math.abs(backlight! - 0.5) < 0.01, () => `LED 1 ${led1}, backlight ${backlight}`);
  return seconds() - start;
}
