import type { Behaviour } from '@lcdflow/emulator';
import { picolcd256x64Emulator } from '@lcdflow/plugin-picolcd';
import { median } from '../../bench/median.ts';
import { measured } from './figures.ts';
import { command, FOLDER, gone, hidDriver } from './guest.ts';
import type { HandOver, Span } from './hand-over.ts';
import { FLAGS } from './lcd.ts';
import { lend } from './lender.ts';
import { check, clock, step, until } from './steps.ts';
import { isOfKernel } from './strikes.ts';

const { interval } = picolcd256x64Emulator;

/** A packet that the device took. */
interface Taken {
  readonly at: number;
  /** The number of its service interval. */
  readonly slot: number;
}

/** How fast frames get from the program to the glass through kernel, usbfs and libusb. */
export async function pace(): Promise<void> {
  const taken: Taken[] = [];
  const recording: Behaviour = (receive) => (packet) => {
    if (!isOfKernel(packet)) taken.push({ at: clock(), slot: lender.panel().counters().intervals });
    return receive(packet);
  };
  const lender = await lend(3280, 'PACE', [recording]);
  await step('frames handed over to the driver: repaints and digits', async () => {
    const device = await lender.plug();
    await until('hid-picolcd has it', () => hidDriver(device) === 'hid-picolcd');
    await neverWaitsForOthers();
    const told = await command(process.execPath, ...FLAGS, `${FOLDER}/hand-over.mjs`, 'PACE');
    const { repaints, digits } = JSON.parse(told) as HandOver;
    const within = ({ from, to }: Span) => taken.filter(({ at }) => at >= from && at <= to);
    return figuresOf(
      repaints.map(within),
      digits.map((span) => latency(span, within(span))),
    );
  });
  lender.close();
  await gone('PACE');
}

/**
 * The emulated device is on time like a real one, which shares no processor with the program that drives it: this process
 * goes before all others, and what it starts does not.
 */
const neverWaitsForOthers = (): Promise<string> =>
  command('chrt', '--reset-on-fork', '--all-tasks', '--rr', '--pid', '20', String(process.pid));

/** ms from handing a frame over until the device has taken the last of its packets. */
const latency = ({ from }: Span, packets: readonly Taken[]): number => packets.at(-1)!.at - from;

function figuresOf(repaints: readonly (readonly Taken[])[], digits: readonly number[]): string {
  const slots = repaints.map((packets) => packets.at(-1)!.slot - packets[0]!.slot + 1);
  const used = repaints.map((packets, index) => (100 * packets.length) / slots[index]!);
  check(
    repaints.every(({ length }) => length === 64),
    () => `packets: ${repaints.map(({ length }) => length)}`,
  );
  measured(
    {
      name: 'bus intervals used in a full repaint',
      value: Math.min(100, median(used)),
      unit: '%',
      goal: { atLeast: 97 },
    },
    { name: 'full repaint takes', value: (median(slots) * interval) / 1_000, unit: 's', goal: { atMost: 0.53 } },
    { name: 'full repaint takes, longest', value: (Math.max(...slots) * interval) / 1_000, unit: 's' },
    { name: 'one changed digit is on the glass after', value: median(digits), unit: 'ms', goal: { atMost: 20 } },
    { name: 'one changed digit, longest', value: Math.max(...digits), unit: 'ms' },
  );
  return `intervals of each repaint: ${slots.join(' ')}`;
}
