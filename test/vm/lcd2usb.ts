import hd44780 from '@lcdflow/plugin-hd44780';
import { command, kernelDriver } from './guest.ts';
import { type Judgement, LCD4LINUX } from './judge.ts';
import { type Lcd, START } from './lcd.ts';
import { type Lender, lend } from './lender.ts';
import { expectedPage, shows } from './picture.ts';
import { check, seconds, step, until } from './steps.ts';

/** It has no serial number. */
const NAME = '0403:c630';
/** Another program draws on it. */
export const LCD2USB_JUDGEMENT: Judgement = {
  ...{ name: "lcd4linux's LCD2USB draws on it", ...LCD4LINUX, driver: 'LCD2USB' },
  config: "  Size '20x4'\n  Contrast 204\n  Brightness 153\n  Icons 1\n",
  rows: ['Hello from a peer!', '0123456789 ABCDEFGHI', { bar: 37 }, '        bottom right'],
  picture: ['Hello from a peer! F', '0123456789 ABCDEFGHI', '███████▍            ', '        bottom right'],
  controls: { contrast: 0.8, backlight: 0.6 },
};

/** An LCD2USB, which only knows vendor requests. */
export const lendLcd2usb = (): Promise<Lender> =>
  lend(
    3283,
    NAME,
    [],
    hd44780.emulators?.find(({ driver, model }) => driver === 'lcd2usb' && model === '20x4'),
  );

/** Plugs it in. */
export const listed = (lender: Lender): Promise<void> =>
  step('the kernel lists the LCD2USB, whose packets are requests, and leaves it alone', async () => {
    const device = await lender.plug();
    await command('udevadm', 'settle');
    check(kernelDriver(device) === undefined, () => `${kernelDriver(device)} has it`);
    const verbose = await command('lsusb', '-v', '-d', NAME);
    for (const fact of [/bDeviceClass +255/, /bNumEndpoints +0/, /iSerial +0/, /MaxPower +74mA/])
      check(fact.test(verbose), () => `${fact} expected:\n${verbose}`);
  });

/** `lcd run` draws on it. */
export async function requested(results: string, run: Lcd, lender: Lender): Promise<void> {
  const pageOf = (pictures: string) => expectedPage(results, pictures, 'board: lcd2usb 20x4', 35);
  const [first, second] = [pageOf('letters'), pageOf('turned')];
  const glass = () => lender.panel().device.glass();
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
