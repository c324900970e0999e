import { driverConformance } from '@lcdflow/testkit';
import { describe, test } from 'vitest';
import { lettersOn } from '../test/letters-on.ts';
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
    pictureOf: lettersOn,
    except: { 'has the size, tile, keys, controls and readings of its model': 'its glass is looked at as dots' },
  };
  for (const check of driverConformance(claims)) test(check.name, check.run);
});
