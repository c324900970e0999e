import { join } from 'node:path';
import { adapter } from './adapter.ts';
import { driver } from './driver.ts';
import { farewell } from './farewell.ts';
import { faults } from './faults.ts';
import { tellFigures } from './figures.ts';
import { firstLight } from './first-light.ts';
import { kernelDriver } from './kernel-driver.ts';
import { endAll } from './lcd.ts';
import { lcd2usb } from './lcd2usb.ts';
import { letters } from './letters.ts';
import { manyPanels } from './many-panels.ts';
import { pace } from './pace.ts';
import { expectedPage, isPictured } from './picture.ts';
import { replugging } from './replug.ts';
import { rival } from './rival.ts';
import { allResults, keepResultsIn, seconds, step, until } from './steps.ts';

// Runs in the guest: main.ts RESULTS [PART,PART ...]. Every step is told by name; the list is left in results.json.
const [, , results = '.', only = 'all'] = process.argv;
keepResultsIn(join(results, 'results.json'));
const begin = seconds();
let pages = { first: '', second: '' };
const parts: Readonly<Record<string, () => Promise<void>>> = {
  first: () => firstLight(results, pages.first),
  kernel: kernelDriver,
  driver: () => driver(pages),
  farewell,
  faults: () => faults(pages),
  replug: () => replugging(pages),
  many: () => manyPanels(pages),
  letters: () => letters(results),
  lcd2usb: () => lcd2usb(results),
  adapter: () => adapter(results),
};
/** They only measure, and only when they are asked for. */
const benches: typeof parts = { pace, rival };

await step('lcd show has drawn the expected pictures', async () => {
  await until('all', () => ['first', 'second', 'letters', 'turned'].every((page) => isPictured(results, page)));
  pages = { first: expectedPage(results, 'first'), second: expectedPage(results, 'second') };
});
for (const [name, part] of Object.entries({ ...parts, ...benches })) {
  if (only === 'all' ? name in benches : !only.split(',').includes(name)) continue;
  await part().catch((error) => step(`${name}: what comes between the steps`, () => Promise.reject(error)));
  await endAll();
}

tellFigures(results);
const failed = allResults().filter(({ passed }) => !passed);
console.log(
  `${allResults().length - failed.length} passed, ${failed.length} failed in ${(seconds() - begin).toFixed(0)} s`,
);
process.exit(failed.length === 0 ? 0 : 1);
