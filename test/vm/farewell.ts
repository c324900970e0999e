import type { EmulatedDevice, Frame } from '@lcdflow/core';
import type { Behaviour } from '@lcdflow/emulator';
import { deviceWith, gone, hidDriver } from './guest.ts';
import { panelRun } from './lcd.ts';
import { lend } from './lender.ts';
import { inkOf } from './picture.ts';
import { check, step, until } from './steps.ts';
import { isOfKernel } from './strikes.ts';

/** Packets of `lcd run` up to the middle of its first repaint. */
const IN_REPAINT = 30;

/** What `lcd run` has left on the device, whatever the kernel's driver does with it afterwards. */
function legacy() {
  let count = 0;
  let left: { readonly glass: Frame; readonly backlight: number | undefined } | undefined;
  let used: EmulatedDevice | undefined;
  const look = (device: EmulatedDevice) => ({ glass: device.glass(), backlight: device.controls().backlight });
  const behaviour: Behaviour = (receive, device) => (packet) => {
    if (isOfKernel(packet)) {
      if (count > 0) left ??= look(device);
    } else {
      used = device;
      count++;
    }
    return receive(packet);
  };
  return { behaviour, packets: () => count, left: () => left ?? (used && look(used)) };
}

/** A service that is stopped while it draws leaves a blank and dark panel to the kernel. */
export async function farewell(): Promise<void> {
  const { behaviour, packets, left } = legacy();
  const lender = await lend(3270, 'FAREWELL', [behaviour]);
  const run = await panelRun();
  await step('SIGTERM in mid-repaint: the panel is blank and dark before the kernel has it again', async () => {
    const drawing = until('it draws', () => packets() >= IN_REPAINT, 60);
    // It may draw before it is known here that it is plugged in.
    const [took, before] = await Promise.all([
      drawing.then(() => run.stop('SIGTERM')),
      drawing.then(() => packets()),
      lender.touch(),
    ]);
    check(run.status() === 0, () => `status ${run.status()}:\n${run.said()}`);
    const { glass, backlight } = left()!;
    check(before < 64, () => `the repaint was over: ${before} packets`);
    check(
      inkOf(glass).every((row) => row.trim() === ''),
      () => inkOf(glass).join('\n'),
    );
    check(backlight === 0, () => `backlight ${backlight}`);
    const device = (await deviceWith('FAREWELL'))!;
    await until('hid-picolcd has it', () => hidDriver(device) === 'hid-picolcd');
    return `signal after ${before} packets, ${packets() - before} after it, ended after ${took.toFixed(2)} s`;
  });
  lender.close();
  await gone('FAREWELL');
}
