import { driverConformance } from '@lcdflow/testkit';
import { describe, test } from 'vitest';
import { picolcd } from './driver.ts';
import { picolcd256x64Emulator } from './emulator/index.ts';

describe.each(['any', 'halves'] as const)('the picoLCD driver with columns: %s', (columns) => {
  const claims = { driver: picolcd, options: { columns }, emulator: picolcd256x64Emulator, depth: 2 };
  for (const check of driverConformance(claims)) test(check.name, check.run);
});
