import { emulate } from '@lcdflow/emulator';
import { driverConformance } from '@lcdflow/testkit';
import { describe, test } from 'vitest';
import { lcd2usbEmulator } from '../emulator/lcd2usb/index.ts';
import { SIZES } from '../geometry.ts';
import { lcd2usb } from './driver.ts';

describe.each(SIZES)('the LCD2USB driver with a display of %s', (size) => {
  const checks = driverConformance({
    driver: lcd2usb,
    options: { size, contrast: '75%' },
    emulate: () => emulate(lcd2usbEmulator(size)),
    depth: 2,
  });
  for (const check of checks) test(check.name, check.run);
});
