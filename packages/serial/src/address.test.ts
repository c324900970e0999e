import { expect, test } from 'vitest';
import { serialAddress } from './address.ts';

test('everything that may be given', () => {
  const address = {
    ...{ path: '/dev/ttyS0', serial: 'A1', vendorId: 0x0403, productId: 0x6001, attached: true },
    ...{ baudRate: 19_200, dataBits: 7, parity: 'even', stopBits: 2, flow: 'hardware', paced: false },
    ...{ dtr: true, rts: false },
  };
  expect(serialAddress(address)).toEqual(address);
  expect(serialAddress({ baudRate: 9_600, path: undefined })).toEqual({ baudRate: 9_600 });
});

test.each([
  [{ path: 5 }, 'path: a path such as /dev/ttyUSB0, not 5'],
  [{ path: '' }, 'path: a path such as /dev/ttyUSB0, not ""'],
  [{ serial: 12 }, "serial: a text in quotes such as 'A1', not 12"],
  [{ vendorId: 0x1_0000 }, 'vendorId: a whole number from 0 to 65535, not 65536'],
  [{ attached: 'yes' }, 'attached: one of true, false, not "yes"'],
  [{ baudRate: undefined }, 'baudRate: a whole number from 50 to 12000000, not left out'],
  [{ baudRate: 0 }, 'baudRate: a whole number from 50 to 12000000, not 0'],
  [{ baudRate: '9600' }, 'baudRate: a whole number from 50 to 12000000, not "9600"'],
  [{ baudRate: 1e9 }, 'baudRate: a whole number from 50 to 12000000, not 1000000000'],
  [{ dataBits: 9 }, 'dataBits: one of 5, 6, 7, 8, not 9'],
  [{ parity: 'mark' }, 'parity: one of none, even, odd, not "mark"'],
  [{ stopBits: 3 }, 'stopBits: one of 1, 1.5, 2, not 3'],
  [{ flow: 'rts' }, 'flow: one of none, hardware, software, not "rts"'],
  [{ speed: 9_600 }, expect.stringMatching(/^there is no "speed"; there are: path, serial, .*, dtr, rts$/)],
])('%j is refused', (wrong, words) => {
  const refusal = () => serialAddress({ baudRate: 9_600, ...wrong });
  expect(refusal).toThrow(
    expect.objectContaining({
      code: 'config',
      message: typeof words === 'string' ? `serial address: ${words}` : expect.stringMatching(/^serial address: /),
    }),
  );
  if (typeof words !== 'string') expect(messageOf(refusal)).toEqual(words);
});

function messageOf(call: () => unknown): string {
  try {
    call();
    return '';
  } catch (error) {
    return (error as Error).message.replace('serial address: ', '');
  }
}
