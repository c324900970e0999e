import { definePlugin } from '@lcdflow/core';
import { crystalfontz } from './driver.ts';
import { crystalfontzEmulators } from './emulator/index.ts';

export { crystalfontz } from './driver.ts';
export { crystalfontzEmulators } from './emulator/index.ts';

export default definePlugin({
  name: 'crystalfontz',
  apiVersion: 1,
  drivers: [crystalfontz],
  emulators: crystalfontzEmulators,
});
