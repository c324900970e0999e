import { type Behaviour, completeLate, refuse, report, stall, unplug } from '@lcdflow/emulator';
import type { Pages } from './driver.ts';
import { deviceWith, gone } from './guest.ts';
import { endAll, type Lcd, lcd } from './lcd.ts';
import { type Lender, lend } from './lender.ts';
import { shows } from './picture.ts';
import { check, seconds, sleep, step, until } from './steps.ts';

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

/** hid-picolcd, which has the panel first, always sends 64 bytes, with 32 columns at most. */
const isOfKernel = (packet: Uint8Array): boolean => packet.length === 64 && !(packet[0] === 0x96 && packet[11]! > 32);

/** A behaviour that counts and strikes the packets of `lcd run` only, and how often it has struck. */
function struck(behaviour: Behaviour) {
  let strikes = 0;
  const only: Behaviour = (receive, device) => {
    const faulty = behaviour(receive, device);
    return (packet) => {
      if (isOfKernel(packet)) return receive(packet);
      const { busy: _, ...reaction } = faulty(packet);
      if (Object.keys(reaction).length > 0) strikes++;
      return reaction;
    };
  };
  return { only, strikes: () => strikes };
}

/** Faults of the device while `lcd run` draws: afterwards the glass is right. One program, a new panel for each fault. */
export async function faults(pages: Pages): Promise<void> {
  const run = lcd(['-v', 'run', 'panel.yaml']);
  // A guest without hardware acceleration takes seconds to start it.
  await run.says('plugged in', 60);
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
  await endAll();
  await step('a device that never takes a packet: told, and Ctrl-C still ends lcd run', () =>
    withPanel(refuse({ at: [1], ms: 1e9 }), async () => {
      const run = lcd(['-v', 'run', 'panel.yaml']);
      await run.says(/has not taken a packet within/);
      return `ended after ${(await run.stop()).toFixed(2)} s`;
    }),
  );
  await endAll();
}

/** The running `lcd` has lost its last panel as unplugged; the next one is there but takes nothing at first. */
async function deafThenHealed(run: Lcd, pages: Pages): Promise<void> {
  let deaf = true;
  const hearing: Behaviour = (receive) => (packet) => (deaf ? { refused: 50 } : receive(packet));
  await step(
    'a panel that is deaf at first: told once though the last one was unplugged, and drawn on when it heals',
    () =>
      withPanel(hearing, async (lender) => {
        const told = () => run.said().match(/has not taken a packet within/g)?.length ?? 0;
        await run.says(/has not taken a packet within/, 30);
        const since = run.said().length;
        // Longer than it waits before it tries again, with what it waits for the device then.
        await sleep(5_000);
        check(told() === 1, run.said);
        deaf = false;
        await shows(run, glassOf(lender), pages.first, 40);
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
  await shows(run, glassOf(lender), pages.first, 40);
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
    await until('both have been painted', () => [one, two].every((lender) => lender.panel().counters().packets >= 64));
    check(run.status() === null, run.said);
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
  await endAll();
  one.close();
  two.close();
  await gone('TWO');
}
