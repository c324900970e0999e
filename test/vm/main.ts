import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { driver } from './driver.ts';
import { faults, twoPanels } from './faults.ts';
import { firstLight } from './first-light.ts';
import { kernelDriver } from './kernel-driver.ts';
import { endAll } from './lcd.ts';
import { expectedPage } from './picture.ts';
import { allResults, seconds, step } from './steps.ts';

// Runs in the guest: main.ts RESULTS. Every step is told by name; the list is left in results.json.
const results = process.argv[2] ?? '.';
const begin = seconds();
let pages = { first: '', second: '' };
await step('lcd show draws the expected pictures', async () => {
  const [first, second] = await Promise.all([expectedPage('first'), expectedPage('second')]);
  pages = { first, second };
});
for (const part of [
  () => firstLight(results, pages.first),
  kernelDriver,
  () => driver(pages),
  () => faults(pages),
  twoPanels,
]) {
  await part().catch((error) => step('what comes between the steps', () => Promise.reject(error)));
  await endAll();
}

const failed = allResults().filter(({ passed }) => !passed);
writeFileSync(join(results, 'results.json'), `${JSON.stringify(allResults(), undefined, 2)}\n`);
console.log(
  `${allResults().length - failed.length} passed, ${failed.length} failed in ${(seconds() - begin).toFixed(0)} s`,
);
process.exit(failed.length === 0 ? 0 : 1);
