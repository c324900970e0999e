import { driverConformance } from '@lcdflow/testkit';
import { describe, test } from 'vitest';
import { lettersOn } from '../test/glass-letters.ts';
import { crystalfontz } from './driver.ts';
import { crystalfontzEmulators } from './emulator/index.ts';
import { MODELS } from './models.ts';

describe.each(MODELS)('the driver of the $name', (model) => {
  const emulator = crystalfontzEmulators.find((candidate) => candidate.model === model.name)!;
  const claims = {
    driver: crystalfontz,
    options: { model: model.name as 'CFA635' },
    emulator,
    depth: 1,
    pictureOf: lettersOn(model),
    except: {
      'has the size, tile, keys, controls and readings of its model': 'its emulated glass shows dots, not letters',
    },
  };
  for (const check of driverConformance(claims)) test(check.name, check.run);
});
