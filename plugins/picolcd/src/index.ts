import { definePlugin } from '@lcdflow/core';
import { picolcd } from './driver.ts';
import { picolcd20x2Emulator, picolcd20x4Emulator, picolcd256x64Emulator } from './emulator/index.ts';

export type { DeviceId, SplashSize } from './answers.ts';
export {
  deviceId,
  firmwareVersion,
  hookVersion,
  readEeprom,
  readExternalEeprom,
  readFlash,
  splashSize,
  writeEeprom,
} from './ask.ts';
export { decodeError, decodeKeys, keyEvents } from './decode.ts';
export { picolcd } from './driver.ts';
export { picolcd20x2Emulator, picolcd20x4Emulator, picolcd256x64Emulator } from './emulator/index.ts';
export { encodeArea, encodeBacklight, encodeContrast, encodeLeds, encodeOpening } from './encode.ts';
export { decodeInfrared, type Marks } from './infrared.ts';

export default definePlugin({
  name: 'picolcd',
  apiVersion: 1,
  drivers: [picolcd],
  emulators: [picolcd256x64Emulator, picolcd20x2Emulator, picolcd20x4Emulator],
});
