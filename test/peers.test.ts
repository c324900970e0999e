import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeviceEmulator, EmulatedDevice } from '@lcdflow/core';
import crystalfontz from '@lcdflow/plugin-crystalfontz';
import matrixOrbital from '@lcdflow/plugin-matrix-orbital';
import { describe, expect, type TestContext, test } from 'vitest';
import { CASES, type Case } from './peers/cases.ts';
import { openEmulatedLine } from './peers/emulated-line.ts';
import { glassLetters } from './peers/glass-letters.ts';
import { programPath } from './peers/programs.ts';

// Other programs for the same displays must be understood by our emulated ones. A program that is not installed is
// skipped by name, unless LCDFLOW_DEEP=1 says that nothing may be skipped.
const isDeep = process.env.LCDFLOW_DEEP === '1';
const PATIENCE = { timeout: 40_000, interval: 50 };
const EMULATORS: readonly DeviceEmulator[] = [matrixOrbital, crystalfontz].flatMap(({ emulators = [] }) => emulators);

const emulatorOf = ({ device: [driver, model] }: Case): DeviceEmulator => {
  const found = EMULATORS.find((emulator) => emulator.driver === driver && emulator.model === model);
  if (found === undefined) throw new Error(`there is no emulated ${driver} ${model}`);
  return found;
};

const unknownCommands = (device: EmulatedDevice & { readonly unknownCommands?: number }): number =>
  device.unknownCommands ?? 0;

async function started(row: Case, emulator: DeviceEmulator, { onTestFailed, onTestFinished }: TestContext) {
  const { peer, rows, picture, config, driver } = row;
  const folder = mkdtempSync(join(tmpdir(), 'lcdflow-peers-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const line = await openEmulatedLine(emulator, folder);
  onTestFinished(line.close);
  const running = await peer.start({ rows, width: picture[0]!.length, config, driver, folder, port: line.path });
  onTestFinished(running.stop);
  onTestFailed(() => console.error(`${line.said()}\n${running.said()}`));
  return { line, running };
}

// They mostly wait: for greetings that are over, for answers that never come.
describe.concurrent.each(CASES)('$program drives an emulated $device.1', (row) => {
  const installed = row.peer.programs.every((program) => programPath(program) !== undefined);

  test.runIf(installed || isDeep)(`with its driver ${row.driver}`, { timeout: 120_000 }, async (context) => {
    const emulator = emulatorOf(row);
    const { line, running } = await started(row, emulator, context);
    const picture = () => glassLetters(line.device.glass());
    await expect.poll(picture, PATIENCE).toEqual(row.picture);
    for (const [name, level] of Object.entries(row.controls ?? {}))
      expect(line.device.controls()[name], name).toBeCloseTo(level, 2);
    if (row.key) {
      const [pressed, told] = row.key;
      line.press(pressed);
      await expect.poll(running.keys, PATIENCE).toContain(told);
    }
    expect(picture()).toEqual(row.picture);
    expect(unknownCommands(line.device)).toBe(0);
    if (row.answers) {
      const answers = line.answers().map((answer) => emulator.explain(answer, 'in'));
      expect(answers).toContainEqual(expect.stringContaining('answer: command'));
      expect(answers.filter((words) => words.includes('refused: '))).toEqual([]);
    }
  });
});
