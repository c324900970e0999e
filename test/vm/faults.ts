import { type Behaviour, completeLate, refuse, report, stall } from '@lcdflow/emulator';
import type { Pages } from './driver.ts';
import { gone } from './guest.ts';
import { type Lcd, panelRun } from './lcd.ts';
import { type Lender, lend } from './lender.ts';
import { shows } from './picture.ts';
import { check, sleep, step } from './steps.ts';
import { deafness, struck } from './strikes.ts';

const glassOf = (lender: Lender) => () => lender.panel().device.glass();

/** The error report for a bad 96: not enough data (protocol paper, section 2.2). */
const COMPLAINT = Uint8Array.of(0x10, 0x96, 0x02, ...new Uint8Array(14));

/** A fault in the middle of the first repaint, which has some 7 packets for opening in front. */
const IN_REPAINT: readonly (readonly [string, Behaviour, RegExp | undefined])[] = [
  ['one STALL', stall({ at: [20] }), undefined],
  ['three STALLs in a row', stall({ at: [20, 21, 22] }), undefined],
  ['NAK for 300 ms', refuse({ at: [20], ms: 300 }), undefined],
  ['a completion 200 ms late', completeLate({ at: [20], ms: 200 }), undefined],
  ['an error report', report({ at: [20], packet: COMPLAINT }), /reports an error.*0x96/],
];

/** Faults of the device while `lcd run` draws: afterwards the glass is right. One program, a new panel for each fault. */
export async function faults(pages: Pages): Promise<void> {
  const run = await panelRun();
  for (const [name, behaviour, words] of IN_REPAINT) {
    await step(`${name} in a repaint: the picture is complete`, () =>
      withPanel(behaviour, async (lender, strikes) => {
        await shows(run, glassOf(lender), pages.first);
        if (words) await run.says(words);
        const { packets } = lender.panel().counters();
        check(strikes() > 0, () => 'the fault has not happened');
        check(!run.said().includes('has not taken a packet'), run.said);
        return `${strikes()} strikes, ${packets} packets`;
      }),
    );
  }
  await deafThenHealed(run, pages);
}

/** `lcd run`, which has no panel, gets one that never takes a packet: that is told, and Ctrl-C ends it all the same. */
export const neverTakes = (run: Lcd): Promise<void> =>
  step('a device that never takes a packet: told, and Ctrl-C still ends lcd run', () =>
    withPanel(refuse({ at: [1], ms: 1e9 }), async () => {
      await run.says(/has not taken a packet within/);
      const took = await run.stop();
      check(run.status() === 0, () => `status ${run.status()}:\n${run.said()}`);
      return `ended after ${took.toFixed(2)} s`;
    }),
  );

/** The running `lcd` has lost its last panel as unplugged; the next one is there but takes nothing at first. */
async function deafThenHealed(run: Lcd, pages: Pages): Promise<void> {
  const { behaviour, heal } = deafness(true);
  await step(
    'a panel that is deaf at first: told once though the last one was unplugged, and drawn on when it heals',
    () =>
      withPanel(behaviour, async (lender) => {
        const told = () => run.said().match(/has not taken a packet within/g)?.length ?? 0;
        await run.says(/has not taken a packet within/, 30);
        const since = run.said().length;
        // Longer than it waits before it tries again, with what it waits for the device then.
        await sleep(5_000);
        check(told() === 1, run.said);
        heal();
        await shows(run, glassOf(lender), pages.first);
        check(run.said().slice(since).includes('is back'), run.said);
      }),
  );
}

/** A panel that is plugged in, and pulled out afterwards, whatever happens. */
async function withPanel<T>(
  behaviour: Behaviour,
  body: (lender: Lender, strikes: () => number) => Promise<T>,
): Promise<T> {
  const { only, strikes } = struck(behaviour);
  const lender = await lend(3250, 'FAULTY', [only]);
  try {
    await lender.plug();
    return await body(lender, strikes);
  } finally {
    lender.close();
    await gone('FAULTY');
  }
}
