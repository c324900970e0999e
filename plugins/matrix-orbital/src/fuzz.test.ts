import { expect, test } from 'vitest';
import { decodeData, decodeKeys, decodeType, decodeVersion, NO_KEYS } from './decode.ts';
import { matrixOrbitalEmulator } from './emulator/index.ts';
import type { MatrixOrbitalDevice } from './emulator/matrix-orbital-device.ts';
import { MODULES } from './modules.ts';

const STREAMS = 100_000;
const LONGEST = 48;
const PREFIX = 0xfe;

/** Numbers below a limit, the same again for the same seed. */
function generator(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** Garbage with many prefixes, so that commands begin everywhere. */
const garbage = (random: (limit: number) => number): Uint8Array =>
  Uint8Array.from({ length: random(LONGEST) }, () => (random(4) === 0 ? PREFIX : random(256)));

/** Cuts a stream anywhere, also into empty pieces. */
function pieces(stream: Uint8Array, random: (limit: number) => number): readonly Uint8Array[] {
  const ends = Array.from({ length: random(6) }, () => random(stream.length + 1)).sort((a, b) => a - b);
  return [...ends, stream.length].map((end, index) => stream.subarray(ends[index - 1] ?? 0, end));
}

/** Everything a person can find out about a device. */
const stateOf = (device: MatrixOrbitalDevice, withGlass: boolean): string =>
  [Object.values(device.controls()), device.unknownCommands, withGlass ? device.glass().cells : ''].join();

test('no stream of bytes breaks the emulated modules, the decoders, or what explains them', {
  timeout: 120_000,
}, () => {
  const seed = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 32));
  const random = generator(seed);
  const emulators = MODULES.map((module) => matrixOrbitalEmulator(module));
  let keys = NO_KEYS;
  for (let stream = 0; stream < STREAMS; stream++) {
    const emulator = emulators[random(emulators.length)]!;
    const sent = garbage(random);
    try {
      const [whole, inPieces] = [emulator.powerUp(), emulator.powerUp()];
      whole.receive(sent);
      for (const piece of pieces(sent, random)) {
        inPieces.receive(piece);
        const words = [emulator.explain(piece, 'out'), emulator.explain(piece, 'in')];
        const decoded = [decodeType(piece), decodeVersion(piece), decodeData(piece)];
        if (![...words, ...decoded].every((text) => typeof text === 'string')) throw new Error('no words');
        keys = decodeKeys(MODULES[0]!.keys, keys, piece);
      }
      const withGlass = stream % 100 === 0;
      if (stateOf(inPieces, withGlass) !== stateOf(whole, withGlass)) throw new Error('pieces mean something else');
    } catch (error) {
      const bytes = Buffer.from(sent).toString('hex');
      throw new Error(`${emulator.model}: ${bytes} (again with FUZZ_SEED=${seed})`, { cause: error });
    }
  }
  expect(keys.down.length).toBeLessThanOrEqual(25);
});
