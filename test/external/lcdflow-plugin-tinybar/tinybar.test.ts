import { driverConformance } from '@lcdflow/testkit';
import { test } from 'vitest';
import { tinybarEmulator } from './emulator.ts';
import { tinybar } from './tinybar.ts';

for (const check of driverConformance({ driver: tinybar, emulator: tinybarEmulator, depth: 2 }))
  test(check.name, check.run);
