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

/** When a panel has got its first packet from `lcd run` since it was plugged in last, and its newest one, in s. */
function packetTimes() {
  let first: number | undefined;
  let newest = 0;
  const behaviour: Behaviour = (receive) => (packet) => {
    if (!isOfKernel(packet)) {
      newest = seconds();
      first ??= newest;
    }
    return receive(packet);
  };
  return {
    behaviour,
    first: () => first,
    newest: () => newest,
    forget: () => {
      first = undefined;
    },
  };
}

type PacketTimes = ReturnType<typeof packetTimes>;

const middle = (times: readonly number[]): string => median(times).toFixed(2);
const longest = (times: readonly number[]): string => Math.max(...times).toFixed(2);

/** Pulling and plugging while `lcd run` draws. */
export async function replugging(pages: Pages): Promise<void> {
  const { only, strikes } = struck(unplug({ at: [30] }));
  const times = packetTimes();
  const lender = await lend(3261, 'REPLUG', [times.behaviour, only]);
  const run = await panelRun();
  await step('pulled in mid-repaint and plugged in again: the whole picture, with backlight and LEDs', async () => {
    await lender.touch();
    await until('it is pulled', () => strikes() > 0);
    await run.says(/unplugged/);
    await gone('REPLUG');
    return `${(await replugged(lender, run, pages, times)).toFixed(2)} s`;
  });
  await step('20 cycles of pulling and plugging', async () => {
    const completions: number[] = [];
    const starts: number[] = [];
    for (let cycle = 0; cycle < 20; cycle++) {
      await lender.pull();
      times.forget();
      const begin = seconds();
      completions.push(await replugged(lender, run, pages, times));
      starts.push(times.first()! - begin);
    }
    check(run.status() === null, () => `lcd run has ended:\n${run.said()}`);
    measured(
      {
        name: 'plugged in to complete picture, median of 20',
        value: median(completions),
        unit: 's',
        goal: { atMost: 2 },
      },
      {
        name: 'plugged in to complete picture, longest',
        value: Math.max(...completions),
        unit: 's',
        goal: { atMost: 2 },
      },
    );
    const picture = `plugged in to complete picture: median ${middle(completions)} s, longest ${longest(completions)} s`;
    return `${picture}; usbip attach to the first packet: median ${middle(starts)} s, longest ${longest(starts)} s`;
  });
  lender.close();
  await gone('REPLUG');
}

/** Plugs it in; returns s from when the kernel lists it until the device has taken the last packet of the whole picture. */
async function replugged(lender: Lender, run: Lcd, pages: Pages, times: PacketTimes): Promise<number> {
  await lender.plug();
  const start = seconds();
  await shows(run, () => lender.panel().device.glass(), pages.first);
  const { led1, backlight } = lender.panel().device.controls();
  check(led1 === 1 && Math.abs(backlight! - 0.5) < 0.01, () => `LED 1 ${led1}, backlight ${backlight}`);
  return times.newest() - start;
}
