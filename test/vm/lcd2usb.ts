import hd44780 from '@lcdflow/plugin-hd44780';
import { command, kernelDriver } from './guest.ts';
import { type Judgement, judged, LCD4LINUX } from './judge.ts';
import { endAll, type Lcd, lcd } from './lcd.ts';
import { type Lender, lend } from './lender.ts';
import { expectedPage, inkOf, shows } from './picture.ts';
import { check, seconds, step, until } from './steps.ts';

/** Longer than a busy host takes to start `lcd run` in the guest, in s. */
const START = 110;

/** It has no serial number. */
const NAME = '0403:c630';
const JUDGEMENT: Judgement = {
  ...{ name: "lcd4linux's LCD2USB draws on it", ...LCD4LINUX, driver: 'LCD2USB' },
  config: "  Size '20x4'\n  Contrast 204\n  Brightness 153\n  Icons 1\n",
  rows: ['Hello from a peer!', '0123456789 ABCDEFGHI', { bar: 37 }, '        bottom right'],
  picture: ['Hello from a peer! F', '0123456789 ABCDEFGHI', '███████▍            ', '        bottom right'],
  controls: { contrast: 0.8, backlight: 0.6 },
};

/** An LCD2USB, which only knows vendor requests: `lcd run` and another program draw on it. */
export async function lcd2usb(results: string): Promise<void> {
  const emulator = hd44780.emulators?.find(({ driver, model }) => driver === 'lcd2usb' && model === '20x4');
  const lender = await lend(3283, NAME, [], emulator);
  await listed(lender);
  await drawn(results, lender);
  await endAll();
  await lender.pull().catch(() => {});
  await judged(lender, JUDGEMENT);
  lender.close();
}

const listed = (lender: Lender): Promise<void> =>
  step('the kernel lists the LCD2USB, whose packets are requests, and leaves it alone', async () => {
    const device = await lender.plug();
    await command('udevadm', 'settle');
    check(kernelDriver(device) === undefined, () => `${kernelDriver(device)} has it`);
    const verbose = await command('lsusb', '-v', '-d', NAME);
    for (const fact of [/bDeviceClass +255/, /bNumEndpoints +0/, /iSerial +0/, /MaxPower +74mA/])
      check(fact.test(verbose), () => `${fact} expected:\n${verbose}`);
  });

async function drawn(results: string, lender: Lender): Promise<void> {
  const pageOf = (pictures: string) => expectedPage(results, pictures, 'board: lcd2usb 20x4', 35);
  const [first, second] = [pageOf('letters'), pageOf('turned')];
  const glass = () => lender.panel().device.glass();
  const run = lcd(['-v', 'run', 'letters.yaml']);
  await step('lcd run draws on the LCD2USB, the expected picture, with contrast and backlight', async () => {
    await painted(run, lender, first, START);
    return `${lender.panel().counters().packets} packets`;
  });
  await step('its keys S1 and S2, which it is asked for, turn the page and back', async () => {
    for (const [key, page] of [['up', second] as const, ['down', first] as const]) {
      lender.panel().press(key, true);
      await shows(run, glass, page);
      lender.panel().press(key, false);
      // A key that is let go is only seen when it is asked for.
      await until('it is asked again', asked(lender));
    }
  });
  await step('the LCD2USB is pulled and plugged in again: the whole picture, with contrast and backlight', async () => {
    await lender.pull();
    await run.says(/board: .*unplugged/);
    await lender.plug();
    const start = seconds();
    await painted(run, lender, first);
    return `${(seconds() - start).toFixed(2)} s after plugging in`;
  });
  await step('Ctrl-C: the LCD2USB is blank and dark', async () => {
    await run.stop();
    check(run.status() === 0, () => `status ${run.status()}:\n${run.said()}`);
    const left = inkOf(glass());
    check(
      left.every((row) => row.trim() === ''),
      () => left.join('\n'),
    );
    const { backlight } = lender.panel().device.controls();
    check(backlight === 0, () => `backlight ${backlight}`);
  });
}

async function painted(run: Lcd, lender: Lender, picture: string, patience = 60): Promise<void> {
  await shows(run, () => lender.panel().device.glass(), picture, patience);
  const { contrast, backlight } = lender.panel().device.controls();
  check(Math.abs(contrast! - 0.8) < 0.01, () => `contrast ${contrast}`);
  check(Math.abs(backlight! - 0.6) < 0.01, () => `backlight ${backlight}`);
}

/** Whether the device has got a packet since; with nothing to draw that is the question for its keys. */
function asked(lender: Lender): () => boolean {
  const { packets } = lender.panel().counters();
  return () => lender.panel().counters().packets > packets + 1;
}
