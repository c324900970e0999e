import { expect, test } from 'vitest';
import { nameOf, usbAddress } from './address.ts';

const PANEL = { vendorId: 0x04d8, productId: 0xc002, interface: 0, out: 1, in: 0x81 };

test('a good address stays as it is; the interface is 0 when left out', () => {
  expect(usbAddress({ ...PANEL, serial: 'A1', port: '1-1.2' })).toEqual({ ...PANEL, serial: 'A1', port: '1-1.2' });
  expect(usbAddress({ vendorId: 1, productId: 2, out: 1, serial: undefined })).toEqual({
    vendorId: 1,
    productId: 2,
    interface: 0,
    out: 1,
  });
});

test('with control there are no other endpoints', () => {
  const { vendorId, productId } = PANEL;
  expect(usbAddress({ vendorId, productId, control: true })).toEqual({
    vendorId,
    productId,
    interface: 0,
    control: true,
  });
  expect(usbAddress({ ...PANEL, control: false })).toMatchObject({ out: 1, in: 0x81 });
});

test.each([
  [{ vendorId: undefined }, 'usb address: vendorId: a whole number from 0 to 0xffff, not left out'],
  [{ productId: 0x10000 }, 'usb address: productId: a whole number from 0 to 0xffff, not 65536'],
  [{ interface: -1 }, 'usb address: interface: a whole number from 0 to 255, not -1'],
  [{ out: undefined }, 'usb address: out: an endpoint from 0x01 to 0x0f, not left out'],
  [{ control: 1 }, 'usb address: control: true or false, not 1'],
  [{ control: true }, 'usb address: control: requests go to endpoint 0, so "out" and "in" are left out'],
  [{ out: 0x81 }, 'usb address: out: an endpoint from 0x01 to 0x0f, not 129'],
  [{ in: 1 }, 'usb address: in: an endpoint from 0x81 to 0x8f, not 1'],
  [{ serial: 123 }, "usb address: serial: a text in quotes such as '0123', not 123"],
  [{ serial: '' }, `usb address: serial: a text in quotes such as '0123', not ""`],
  [{ port: '1.2' }, 'usb address: port: bus and ports such as 1-1.2, not "1.2"'],
  [
    { serialNumber: 'A1' },
    'usb address: there is no "serialNumber"; there are: vendorId, productId, interface, control, out, in, serial, port',
  ],
])('%j is refused', (change, message) => {
  expect(() => usbAddress({ ...PANEL, ...change })).toThrow(expect.objectContaining({ code: 'config', message }));
});

test('a device is called by what it was asked for by', () => {
  expect(nameOf({ vendorId: 1, productId: 0xabc, serial: 'A1', port: '1-2' })).toBe(
    'usb 0001:0abc with serial A1 at port 1-2',
  );
});
