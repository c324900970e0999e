import { driverConformance } from '@lcdflow/testkit';
import { describe, test } from 'vitest';
import { picolcd } from './driver.ts';
import { picolcd20x2Emulator, picolcd20x4Emulator, picolcd256x64Emulator } from './emulator/index.ts';

describe.each(['any', 'halves'] as const)('the picoLCD driver with columns: %s', (columns) => {
  const claims = { driver: picolcd, options: { columns }, emulator: picolcd256x64Emulator, depth: 2 };
  for (const check of driverConformance(claims)) test(check.name, check.run);
});

describe.each([picolcd20x2Emulator, picolcd20x4Emulator])('the picoLCD driver with a $model', (emulator) => {
  const claims = {
    driver: picolcd,
    options: { model: emulator.model as '20x2' | '20x4' },
    emulator,
    depth: 2,
    except: { 'sends unchanged letters only where that is cheaper': 'packets cost here, one an interval, not bytes' },
  };
  for (const check of driverConformance(claims)) test(check.name, check.run);
});
