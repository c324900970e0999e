import { driverConformance } from '@lcdflow/testkit';
import { describe, test } from 'vitest';
import { crystalfontz } from './driver.ts';
import { crystalfontzEmulators } from './emulator/index.ts';
import { MODELS } from './models.ts';

describe.each(MODELS)('the driver of the $name', (model) => {
  const emulator = crystalfontzEmulators.find((candidate) => candidate.model === model.name)!;
  const options = { model: model.name as 'CFA635' };
  const except =
    model.family === 'bytes'
      ? {}
      : {
          'sends unchanged letters only where that is cheaper':
            'each packet waits for its answer: fewer of them take less time',
        };
  for (const check of driverConformance({ driver: crystalfontz, options, emulator, depth: 1, except }))
    test(check.name, check.run);
});
