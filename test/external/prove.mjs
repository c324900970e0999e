// The conformance of the Tinybar's driver without any test runner, as plain node runs it.
import { driverConformance } from '@lcdflow/testkit';
import { tinybarEmulator } from './dist/lcdflow-plugin-tinybar/emulator.js';
import { tinybar } from './dist/lcdflow-plugin-tinybar/tinybar.js';

for (const { name, run } of driverConformance({ driver: tinybar, emulator: tinybarEmulator, depth: 2 })) {
  run();
  console.log(name);
}
