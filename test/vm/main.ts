import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { driver } from './driver.ts';
import { faults, replugging, twoPanels } from './faults.ts';
import { firstLight } from './first-light.ts';
import { kernelDriver } from './kernel-driver.ts';
import { endAll } from './lcd.ts';
import { expectedPage } from './picture.ts';
import { allResults, seconds, step } from './steps.ts';

// Runs in the guest: main.ts RESULTS [PART]. Every step is told by name; the list is left in results.json.
const [, , results = '.', only = 'all'] = process.argv;
const begin = seconds();
let pages = { first: '', second: '' };
const parts: Readonly<Record<string, () => Promise<void>>> = {
  first: () => firstLight(results, pages.first),
  kernel: kernelDriver,
  driver: () => driver(pages),
  faults: () => faults(pages),
  replug: () => replugging(pages),
  two: twoPanels,
};

await step('lcd show draws the expected pictures', async () => {
  const [first, second] = await Promise.all([expectedPage('first'), expectedPage('second')]);
  pages = { first, second };
});
for (const [name, part] of Object.entries(parts)) {
  if (only !== 'all' && only !== name) continue;
  await part().catch((error) => step(`${name}: what comes between the steps`, () => Promise.reject(error)));
  await endAll();
}

const failed = allResults().filter(({ passed }) => !passed);
writeFileSync(join(results, 'results.json'), `${JSON.stringify(allResults(), undefined, 2)}\n`);
console.log(
  `${allResults().length - failed.length} passed, ${failed.length} failed in ${(seconds() - begin).toFixed(0)} s`,
);
process.exit(failed.length === 0 ? 0 : 1);
