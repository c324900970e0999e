import { command, gone, hidDriver } from './guest.ts';
import { LCD, type Lcd, lcd, panelRun, RUN, START } from './lcd.ts';
import { type Lender, lend } from './lender.ts';
import { shows } from './picture.ts';
import { check, seconds, sleep, step, until } from './steps.ts';

/** What the pages of panel.yaml look like. */
export interface Pages {
  readonly first: string;
  readonly second: string;
}

const glassOf = (lender: Lender) => () => lender.panel().device.glass();

/** `lcd run` on a lent device: keys, pace, who else wants it, people without permission. */
export async function driver(pages: Pages): Promise<void> {
  const lender = await lend(3242, 'DRIVER');
  const glass = glassOf(lender);
  let run!: Lcd;
  await step('lcd run takes the panel from hid-picolcd and draws', async () => {
    const device = await lender.plug();
    await until('hid-picolcd has it', () => hidDriver(device) === 'hid-picolcd');
    run = await panelRun();
    await shows(run, glass, pages.first);
    const { led1, led2, led8, backlight } = lender.panel().device.controls();
    check([led1, led2, led8].join() === '1,0,1', () => `LEDs ${led1} ${led2} ${led8}`);
    check(Math.abs(backlight! - 0.5) < 0.01, () => `backlight ${backlight}`);
  });
  await step('a key turns the page: what changes is on the glass soon', async () => {
    const before = lender.panel().counters();
    const start = seconds();
    hit(lender, 'down');
    await shows(run, glass, pages.second);
    const after = lender.panel().counters();
    const ms = ((seconds() - start) * 1000).toFixed(0);
    return `${after.packets - before.packets} packets in ${after.intervals - before.intervals} intervals, ${ms} ms`;
  });
  await step('twenty keys in a row, none lost', async () => {
    for (let count = 0; count < 21; count++) {
      hit(lender, 'down');
      await sleep(20);
    }
    await shows(run, glass, pages.first);
  });
  await others();
  lender.close();
  await gone('DRIVER');
}

/** Three programs that want the panel too, started together: a guest without hardware acceleration takes seconds for each. */
async function others(): Promise<void> {
  const listed = await command('lsusb', '-d', '04d8:c002');
  const node = listed.replace(/^Bus (\d+) Device (\d+).*/s, '/dev/bus/usb/$1/$2');
  // Root may open it all the same.
  await command('chmod', '600', node);
  const second = lcd(RUN);
  const listing = command(process.execPath, LCD, 'devices').catch(String);
  const stranger = lcd(RUN, { uid: 65534, gid: 65534 });
  await step('a second lcd run is told who holds the panel', async () => {
    await second.says(/busy.*another program holds it/, START);
    await second.stop();
  });
  await step('without permission the cure is told', async () => {
    await stranger.says(/permission/, START);
    await stranger.says('idVendor}=="04d8"');
    await stranger.stop().catch(() => 0);
  });
  await step('lcd devices lists it with its serial number', async () => {
    const printed = await listing;
    check(printed.includes('serial DRIVER'), () => printed);
  });
}

function hit(lender: Lender, key: string): void {
  lender.panel().press(key, true);
  lender.panel().press(key, false);
}
