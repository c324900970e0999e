import { type Bus, defineDriver, definePlugin, type FoundDevice, type Model } from '@lcdflow/core';
import { lastValueFrom, NEVER, of } from 'rxjs';
import { expect, test } from 'vitest';
import type { Session } from '../session.ts';
import { devicesCommand } from './devices.ts';

const MODEL: Model = {
  ...{ name: '20x4', width: 20, height: 4, cell: 'character', colors: 2, keys: [], controls: [] },
  usb: { vendorId: 0x0403, productId: 0x6001 },
};
const driver = (bus: string) =>
  defineDriver({
    ...{ name: `${bus}panel`, bus, meaning: 'Made up.', models: [MODEL] },
    options: { type: 'object', properties: {}, additionalProperties: false },
    model: () => MODEL,
    open: () => NEVER,
  });
const bus = (name: string, ...found: Omit<FoundDevice, 'bus'>[]): Bus => ({
  name,
  connect: () => NEVER,
  list: () => of(found.map((device) => ({ ...device, bus: name }))),
});

async function printed(...buses: Bus[]): Promise<string> {
  const texts: string[] = [];
  const plugin = definePlugin({
    ...{ name: 'made-up', apiVersion: 1 },
    drivers: [driver('usb'), driver('serial')],
    buses,
  });
  const session = { plugins: of([plugin]), print: (text: string) => texts.push(text) } as unknown as Session;
  await lastValueFrom(devicesCommand(session));
  return texts.join('').split('\n\nDRIVER')[0]!;
}

const ADAPTER = {
  address: { path: '/dev/serial/by-id/usb-FTDI-A1', vendorId: 0x0403, productId: 0x6001, serial: 'A1' },
  label: '/dev/ttyUSB0 0403:6001 FTDI FT232R serial A1',
};

test('serial ports are listed as the config takes them; one with the ids of a panel on that bus is that panel, too', async () => {
  const words = await printed(
    bus('usb'),
    bus('serial', { address: { path: '/dev/ttyS0' }, label: '/dev/ttyS0' }, ADAPTER),
  );
  expect(`\n${words}\n`).toBe(`
ATTACHED     MODEL  DEVICE
serialpanel  20x4   /dev/ttyUSB0 0403:6001 FTDI FT232R serial A1

SERIAL PORT                                   IN THE CONFIG
/dev/ttyS0                                    device: /dev/ttyS0
/dev/ttyUSB0 0403:6001 FTDI FT232R serial A1  device: /dev/serial/by-id/usb-FTDI-A1
`);
});

test('nothing is attached', async () => {
  expect(await printed(bus('usb'), bus('serial'))).toBe('attached: none');
});
