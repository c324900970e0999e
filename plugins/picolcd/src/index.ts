import { definePlugin } from '@lcdflow/core';
import { picolcd } from './driver.ts';
import { picolcd256x64Emulator } from './emulator/index.ts';

export type { DeviceId, SplashSize } from './answers.ts';
export {
  deviceId,
  firmwareVersion,
  hookVersion,
  readEeprom,
  readFlash,
  splashSize,
  writeEeprom,
} from './ask.ts';
export { decodeError, decodeKeys, keyEvents } from './decode.ts';
export { picolcd } from './driver.ts';
export { picolcd256x64Emulator } from './emulator/index.ts';
export { encodeArea, encodeBacklight, encodeContrast, encodeLeds, encodeOpening } from './encode.ts';
export { decodeInfrared, type Marks } from './infrared.ts';

export default definePlugin({
  name: 'picolcd',
  apiVersion: 1,
  drivers: [picolcd],
  emulators: [picolcd256x64Emulator],
});
