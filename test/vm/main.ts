import { join } from 'node:path';
import { driver } from './driver.ts';
import { farewell } from './farewell.ts';
import { faults } from './faults.ts';
import { tellFigures } from './figures.ts';
import { firstLight } from './first-light.ts';
import { kernelDriver } from './kernel-driver.ts';
import { endAll } from './lcd.ts';
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
  faults: () => faults(pages),
  replug: () => replugging(pages),
  farewell,
  many: () => manyPanels(pages),
  letters: () => letters(results),
};
/** They have one `lcd run` between them, as long as nothing fails and another of them comes next. */
const SHARING = ['driver', 'faults', 'replug', 'farewell'];
/** They only measure, and only when they are asked for. */
const benches: typeof parts = { pace, rival };

await step('lcd show has drawn the expected pictures', async () => {
  await until('all', () => ['first', 'second', 'letters', 'turned'].every((page) => isPictured(results, page)));
  pages = { first: expectedPage(results, 'first'), second: expectedPage(results, 'second') };
});
const all = Object.entries({ ...parts, ...benches });
const chosen = all.filter(([name]) => (only === 'all' ? !(name in benches) : only.split(',').includes(name)));
const failures = (): number => allResults().filter(({ passed }) => !passed).length;
for (const [index, [name, part]] of chosen.entries()) {
  const before = failures();
  await part().catch((error) => step(`${name}: what comes between the steps`, () => Promise.reject(error)));
  const next = chosen[index + 1]?.[0] ?? '';
  await endAll(failures() === before && [name, next].every((one) => SHARING.includes(one)));
}

tellFigures(results);
const failed = failures();
console.log(`${allResults().length - failed} passed, ${failed} failed in ${(seconds() - begin).toFixed(0)} s`);
process.exit(failed === 0 ? 0 : 1);
