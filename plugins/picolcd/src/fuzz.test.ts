import { LcdError } from '@lcdflow/core';
import { expect, test } from 'vitest';
import { decodeDeviceId, decodeHookVersion, decodeSplashSize, decodeStored, decodeVersion } from './answers.ts';
import { decodeError, decodeFault, decodeKeys, keyEvents } from './decode.ts';
import { picolcd20x2Emulator, picolcd20x4Emulator, picolcd256x64Emulator } from './emulator/index.ts';
import { decodeInfrared } from './infrared.ts';
import { KEYS_20X2, KEYS_20X4, KEYS_256X64 } from './models.ts';
import { EEPROM, EXTERNAL_EEPROM, FLASH } from './questions.ts';

const PACKETS = 100_000;

/** Random numbers below a limit, the same again for the same seed (xorshift32). */
function randomFrom(seed: number): (limit: number) => number {
  let state = seed || 1;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}

const IDS = [
  ...[0x01, 0x10, 0x11, 0x21, 0x31, 0x32, 0x41, 0x81, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x98, 0x9c],
  ...[0xa1, 0xa2, 0xa3, 0xa4, 0xb2, 0xb3, 0xb4, 0xc1, 0xf1, 0xf5, 0xf6, 0xf7, 0xf8],
];

/** Of any length up to 70; mostly of a known ID, and often with small numbers, which counts and addresses are. */
function packetFrom(random: (limit: number) => number): Uint8Array {
  const most = random(2) === 0 ? 256 : 8;
  const packet = Uint8Array.from({ length: random(71) }, () => random(most));
  if (random(8) > 0 && packet.length > 0) packet[0] = IDS[random(IDS.length)]!;
  return packet;
}

const seed = Math.floor(Math.random() * 2 ** 32);

test(`${PACKETS} random packets: no decoder throws anything but what it says (seed ${seed})`, () => {
  const random = randomFrom(seed);
  const answers = [
    ...[decodeVersion, decodeHookVersion, decodeDeviceId, decodeSplashSize],
    ...[EEPROM, EXTERNAL_EEPROM, FLASH].map(
      (memory) => (packet: Uint8Array) => decodeStored(packet, memory, { address: random(8), length: random(8) }),
    ),
  ];
  let before: readonly number[] = [];
  for (let count = 0; count < PACKETS; count++) {
    const packet = packetFrom(random);
    decodeFault(packet);
    decodeError(packet);
    decodeInfrared(packet, count % 2 ? 'negative' : 'positive');
    const codes = decodeKeys(packet) ?? [];
    for (const names of [KEYS_256X64, KEYS_20X2, KEYS_20X4]) keyEvents(before, codes, names);
    before = codes;
    for (const decode of answers) {
      try {
        decode(packet);
      } catch (error) {
        expect(error).toBeInstanceOf(LcdError);
      }
    }
  }
});

test.each([picolcd256x64Emulator, picolcd20x2Emulator, picolcd20x4Emulator])(
  `${PACKETS} random packets: the emulated $model takes them all (seed ${seed})`,
  (emulator) => {
    const random = randomFrom(seed);
    const device = emulator.powerUp();
    const lengths = new Set<number>();
    for (let count = 0; count < PACKETS; count++) {
      const packet = packetFrom(random);
      const { answers = [], busy = 0 } = device.receive(packet);
      expect(answers.length <= 1 && busy >= 0).toBe(true);
      for (const { length } of answers) lengths.add(length);
      emulator.explain(packet, 'out');
      if (count % 10_000 === 0) device.glass();
    }
    const longest = emulator.model === '20x2' ? 24 : 64;
    expect([...lengths].every((length) => length <= longest)).toBe(true);
    expect(Object.values(device.controls()).every((level) => level >= 0 && level <= 1)).toBe(true);
  },
);
