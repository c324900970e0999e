import { bytes } from '@lcdflow/testkit';
import { describe, expect, test } from 'vitest';
import { decodeDeviceId, decodeHookVersion, decodeSplashSize, decodeStored, decodeVersion } from './answers.ts';
import { EEPROM, FLASH } from './questions.ts';

const cutShort = (id: string) =>
  expect.objectContaining({ code: 'protocol', message: expect.stringContaining(`answer 0x${id}: `) });

describe('answers (docs/protocol.md section 2.2)', () => {
  test.each([
    ['version', decodeVersion, 'f1 03 01', '1.03'],
    ['version, binary coded decimals', decodeVersion, 'f1 27 12', '12.27'],
    ['version, bytes that follow', decodeVersion, 'f1 00 01 ff ff', '1.00'],
    ['version, another answer', decodeVersion, 'f7 00 01', undefined],
    ['hook version', decodeHookVersion, 'f7 10 02', '2.10'],
    ['hook version, keys', decodeHookVersion, '11 05 00', undefined],
    ['device ID', decodeDeviceId, 'f5 00 0a ff 10 07', { serial: '000aff10', type: 7 }],
    ['device ID, infrared', decodeDeviceId, '21 02 00 00 00 00', undefined],
    ['splash size, little endian', decodeSplashSize, 'f6 fe 1d 34 12', { largest: 0x1dfe, used: 0x1234 }],
    ['splash size, big endian', decodeSplashSize, 'f6 1d fe 12 34', { largest: 0x1dfe, used: 0x1234 }],
    ['splash size, neither fits', decodeSplashSize, 'f6 ff ff 01 00', { largest: 0xffff, used: 1 }],
  ])('%s', (_, decode, packet, answer) => expect(decode(bytes(packet))).toEqual(answer));

  test.each([
    ['f1', decodeVersion, 'f1 00'],
    ['f7', decodeHookVersion, 'f7'],
    ['f5', decodeDeviceId, 'f5 00 00 00 00'],
    ['f6', decodeSplashSize, 'f6 00 00 00'],
  ])('%s cut short', (id, decode, packet) => expect(() => decode(bytes(packet))).toThrow(cutShort(id)));
});

describe('what is stored', () => {
  test.each([
    ['EEPROM', EEPROM, '32 10 00 02 aa bb cc', [0xaa, 0xbb]],
    ['flash', FLASH, '41 10 00 02 aa bb', [0xaa, 0xbb]],
    ['the other memory', FLASH, '32 10 00 02 aa bb', undefined],
    ['another address', EEPROM, '32 11 00 02 aa bb', undefined],
    ['another address, upper byte', FLASH, '41 10 01 02 aa bb', undefined],
    ['another length', EEPROM, '32 10 00 01 aa bb', undefined],
  ])('%s', (_, memory, packet, stored) => {
    const read = decodeStored(bytes(packet), memory, { address: 0x10, length: 2 });
    expect(read && [...read]).toEqual(stored);
  });

  test.each(['32 10 00', '32 10 00 02 aa'])('%s is cut short', (packet) =>
    expect(() => decodeStored(bytes(packet), EEPROM, { address: 0x10, length: 2 })).toThrow(cutShort('32')),
  );
});
