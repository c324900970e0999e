import { picolcd20x2Emulator, picolcd20x4Emulator } from '@lcdflow/plugin-picolcd';
import { adapter } from './adapter.ts';
import { command, drivenBy, hidDriver, productOf, sysfs } from './guest.ts';
import { type Judgement, judged, LCD4LINUX, lcdprocWith } from './judge.ts';
import { endAll, type Lcd, lcd, START } from './lcd.ts';
import { LCD2USB_JUDGEMENT, lendLcd2usb, listed, requested } from './lcd2usb.ts';
import { type Lender, lend } from './lender.ts';
import { expectedPage, inkOf, shows } from './picture.ts';
import { check, step, until } from './steps.ts';

/** What must be seen on a panel, and where: a display of letters.yaml. */
interface Shown {
  readonly lender: Lender;
  readonly first: string;
  readonly other: string;
  /** The key that turns the page. */
  readonly key: string;
}

const BAR = '███████▍            ';
const TWO = ['Hello from a peer!  ', '0123456789 ABCDEFGHI'];
/** Of LCDproc, from 0 to 1000; of lcd4linux the byte, of which 40 is the weakest. */
const CONTRAST = { contrast: 0.75 };

const JUDGEMENTS: Readonly<Record<'lcdproc' | 'lcd4linux' | 'lcdproc20x4', Judgement>> = {
  lcdproc: {
    ...{ name: "LCDproc's picolcd draws on the 20x2 and tells its key", ...lcdprocWith('picolcd') },
    config: 'Contrast=750\nBrightness=1000\nBacklight=on\nKeyLights=off\n',
    ...{ rows: [TWO[0]!, { bar: 37 }], picture: [TWO[0]!, BAR], controls: { ...CONTRAST, backlight: 1 } },
    key: ['down', 'Down'],
  },
  lcd4linux: {
    ...{ name: "lcd4linux's picoLCD draws on the 20x2", ...LCD4LINUX, driver: 'picoLCD' },
    config: "  Size '20x2'\n  Contrast 10\n  Backlight 1\n  Icons 1\n",
    ...{ rows: TWO, picture: ['Hello from a peer! F', TWO[1]!], controls: { ...CONTRAST, backlight: 1 } },
  },
  lcdproc20x4: {
    ...{ name: "LCDproc's picolcd draws on the 20x4 and tells its key", ...lcdprocWith('picolcd') },
    config: 'Contrast=1000\nBrightness=1000\nBacklight=on\nKeyLights=off\n',
    rows: [...TWO, { bar: 37 }, '        bottom right'],
    picture: [...TWO, BAR, '        bottom right'],
    ...{ controls: { backlight: 1 }, key: ['enter', 'Enter'] },
  },
};

/** Displays that have letters: `lcd run` draws on all of them at once, then other programs on those on the USB. */
export async function letters(results: string): Promise<void> {
  const two = await lend(3281, 'TWO', [], picolcd20x2Emulator);
  const four = await lend(3282, 'FOUR', [], picolcd20x4Emulator);
  const board = await lendLcd2usb();
  const devices = await bound(two, four);
  await listed(board);
  const run = lcd(['-v', 'run', 'letters.yaml']);
  const both = await drawn(results, run, two, four);
  await requested(results, run, board);
  await adapter(results, run);
  await step('a key of each picoLCD turns its page and only that, and back', () => turned(run, both));
  await step('Ctrl-C: all are blank and dark, and hid-generic has its two again', async () => {
    await run.stop();
    check(run.status() === 0, () => `status ${run.status()}:\n${run.said()}`);
    for (const lender of [two, four, board]) isDark(lender);
    for (const device of devices) await drivenBy(device, 'usbhid');
    await until('hid-generic has both', () => areGeneric(devices));
  });
  await endAll();
  for (const lender of [two, four, board]) await lender.pull().catch(() => {});
  await judged(two, JUDGEMENTS.lcdproc);
  await judged(two, JUDGEMENTS.lcd4linux);
  await judged(four, JUDGEMENTS.lcdproc20x4);
  await judged(board, LCD2USB_JUDGEMENT);
  for (const lender of [two, four, board]) lender.close();
}

function isDark(lender: Lender): void {
  const left = inkOf(lender.panel().device.glass());
  check(
    left.every((row) => row.trim() === ''),
    () => left.join('\n'),
  );
  const { backlight } = lender.panel().device.controls();
  check(backlight === 0, () => `backlight ${backlight}`);
}

/** Plugs them in; returns their folders in sysfs. */
async function bound(two: Lender, four: Lender): Promise<readonly string[]> {
  const devices: string[] = [];
  await step('the kernel binds the 20x2 and the 20x4 with hid-generic and reads their descriptors', async () => {
    for (const lender of [two, four]) devices.push(await lender.plug());
    await until('hid-generic has both', () => areGeneric(devices));
    const expected = [
      '04d8:0002 picoLCD 20x2 12 100mA report 160 packets 24 24',
      '04d8:c001 picoLCD 20x4 12 100mA report 183 packets 64 64',
    ];
    const told = await Promise.all(devices.map(descriptors));
    check(told.join() === expected.join(), () => told.join('\n'));
  });
  return devices;
}

const areGeneric = (devices: readonly string[]): boolean =>
  devices.every((device) => hidDriver(device) === 'hid-generic');

async function descriptors(device: string): Promise<string> {
  const product = await productOf(device);
  const verbose = await command('lsusb', '-v', '-d', product);
  const packets = [...verbose.matchAll(/wMaxPacketSize +0x\w+ +1x (\d+)/g)].map(([, size]) => size);
  const report = /wDescriptorLength +(\d+)/.exec(verbose)?.[1];
  const [name, speed, power] = await Promise.all(
    ['product', 'speed', 'bMaxPower'].map((file) => sysfs(`${device}/${file}`)),
  );
  return `${product} ${name} ${speed} ${power} report ${report} packets ${packets.join(' ')}`;
}

/** `lcd run` on both at once. Returns what their pages are. */
async function drawn(results: string, run: Lcd, two: Lender, four: Lender): Promise<readonly Shown[]> {
  const page = (pictures: string, model: string, rows: number) => expectedPage(results, pictures, model, rows);
  const pages = (title: string, rows: number) => ({
    first: page('letters', title, rows),
    other: page('turned', title, rows),
  });
  const both: readonly Shown[] = [
    { lender: two, key: 'f3', ...pages('two: picolcd 20x2', 17) },
    { lender: four, key: 'enter', ...pages('four: picolcd 20x4', 35) },
  ];
  await step('lcd run draws on both, the expected pictures, with contrast, backlight and LEDs', async () => {
    for (const { lender, first } of both) await shows(run, glassOf(lender), first, START);
    const { contrast, led2, led3, led7 } = two.panel().device.controls();
    check([contrast, led2, led3, led7].join() === '0.75,1,0,1', () => JSON.stringify(two.panel().device.controls()));
    const { backlight } = four.panel().device.controls();
    check(Math.abs(backlight! - 0.4) < 0.01, () => `backlight of the 20x4: ${backlight}`);
    return both.map(({ lender }) => `${lender.panel().counters().packets} packets`).join(' and ');
  });
  return both;
}

const glassOf = (lender: Lender) => () => lender.panel().device.glass();

async function turned(run: Lcd, both: readonly Shown[]): Promise<void> {
  const hit = ({ lender, key }: Shown): void => {
    for (const pressed of [true, false]) lender.panel().press(key, pressed);
  };
  const [one, another] = both as [Shown, Shown];
  hit(one);
  await shows(run, glassOf(one.lender), one.other);
  await shows(run, glassOf(another.lender), another.first, 0);
  hit(another);
  await shows(run, glassOf(another.lender), another.other);
  for (const each of both) hit(each);
  for (const { lender, first } of both) await shows(run, glassOf(lender), first);
}
