import { emulate } from '@lcdflow/emulator';
import { driverConformance } from '@lcdflow/testkit';
import { describe, test } from 'vitest';
import { vt } from './driver.ts';
import { vtEmulator } from './emulator/index.ts';

describe.each([
  ['80x24', 'ascii'],
  ['20x4', 'latin-1'],
  ['20x2', 'utf-8'],
] as const)('the driver for a terminal of %s with %s', (size, letters) => {
  const checks = driverConformance({
    driver: vt,
    options: { size, letters },
    emulate: () => emulate(vtEmulator(size, letters)),
    depth: 1,
    glyphs: 0,
    except: {
      'sends unchanged letters only where that is cheaper': 'a move costs a byte more from the tenth column on',
      ...(letters === 'utf-8' ? {} : { 'shows bars of any length': 'it has blocks of a whole cell only' }),
    },
  });
  for (const check of checks) test(check.name, check.run);
});
