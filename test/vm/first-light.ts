import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { neverTakes } from './faults.ts';
import { attach, command, deviceWith, drivenBy, gone, hidDriver, sysfs } from './guest.ts';
import { type Lcd, lcd, RUN } from './lcd.ts';
import { printedPicture } from './picture.ts';
import { check, step, until } from './steps.ts';

const SERIAL = 'FIRST';
const equal = (name: string, found: unknown, expected: unknown): void =>
  check(found === expected, () => `${name}: ${expected} expected, not ${found}`);

/** The device that `lcd emulate` lends, and `lcd run` on it: real kernel, usbfs, libusb and driver. */
export async function firstLight(results: string, expected: string): Promise<void> {
  let emulated: Lcd | undefined;
  let device: string | undefined;
  let run: Lcd | undefined;
  const trace = join(results, 'first-light.trace');

  await step('lcd emulate picolcd --usbip 3240 lends a panel', async () => {
    emulated = lcd(['emulate', 'picolcd', '--usbip', '3240', '--serial', SERIAL]);
    await emulated.says('usbip attach -r 127.0.0.1 -b 1-1');
    const list = await command('usbip', 'list', '-r', '127.0.0.1');
    check(/1-1: .*\(04d8:c002\)/.test(list), () => list);
  });
  await step('the kernel plugs it in and reads all its descriptors', async () => {
    device = await attach(3240, SERIAL);
    equal('speed', await sysfs(`${device}/speed`), '12');
    equal(
      'idVendor:idProduct',
      `${await sysfs(`${device}/idVendor`)}:${await sysfs(`${device}/idProduct`)}`,
      '04d8:c002',
    );
    equal('product', await sysfs(`${device}/product`), 'picoLCD 256x64');
    equal('bMaxPower', await sysfs(`${device}/bMaxPower`), '100mA');
    const verbose = await command('lsusb', '-v', '-d', '04d8:c002');
    equal('report descriptor', /wDescriptorLength +(\d+)/.exec(verbose)?.[1], '269');
    equal('endpoints', (verbose.match(/Transfer Type +Interrupt/g) ?? []).length, 2);
  });
  await step("the kernel's own hid-picolcd binds it", () =>
    until('hid-picolcd has it', () => hidDriver(device!) === 'hid-picolcd'),
  );
  await step('a second importer is told that it is busy', async () => {
    let said = '';
    try {
      await command('usbip', 'attach', '-r', '127.0.0.1', '-b', '1-1');
    } catch (error) {
      said = (error as Error).message;
    }
    check(/busy|Device busy|exported/i.test(said), () => `usbip said: ${said}`);
  });
  await step('first light: lcd run draws the expected picture through kernel, usbfs and libusb', async () => {
    run = lcd([...RUN, '--trace', trace]);
    await run.says('opened');
    await drivenBy(device!, 'usbfs');
    await quiet(trace);
    await emulated!.stop();
    const shown = printedPicture(emulated!.said(), 'picolcd: picolcd 256x64');
    check(expected !== '' && shown === expected, () => `the glass shows:\n${shown}\nand not:\n${expected}`);
    await gone(SERIAL);
    await run.says(/unplugged|disconnected/);
    return `${readFileSync(trace, 'utf8').match(/^front .* > /gm)?.length} packets`;
  });
  check((await deviceWith(SERIAL)) === undefined, () => 'the panel of lcd emulate is still there');
  if (run) await neverTakes(run);
}

/** Waits until a file has not grown for a second. */
async function quiet(file: string): Promise<void> {
  let size = -1;
  let since = 0;
  await until(`${file} grows no more`, () => {
    const now = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    if (now !== size) since = Date.now();
    size = now;
    return size > 0 && Date.now() - since > 1_000;
  });
}
