import { execFileSync } from 'node:child_process';
import { firstValueFrom } from 'rxjs';
import { expect, test } from 'vitest';
import { FakeUsb } from '../test/fake-usb.ts';
import { usbBus } from './bus.ts';
import { loadedFrom, loadUsb } from './load-usb.ts';

test('a module that does not load is not-found', async () => {
  const failing = loadedFrom(() => Promise.reject(new Error('libudev.so.1: cannot open shared object file')));
  await expect(firstValueFrom(failing)).rejects.toMatchObject({
    code: 'not-found',
    message: 'the usb module cannot be loaded: libudev.so.1: cannot open shared object file',
  });
});

test('a libusb that does not start is not-found', async () => {
  const usb = Object.assign(new FakeUsb(), { INIT_ERROR: -99 });
  await expect(firstValueFrom(loadedFrom(() => Promise.resolve({ usb })))).rejects.toMatchObject({
    code: 'not-found',
    message: 'the usb module cannot be loaded: libusb does not start (error -99)',
  });
});

test('live: the real module loads and lists what is attached, if anything', async () => {
  const usb = await firstValueFrom(loadUsb());
  expect(Array.isArray(usb.getDeviceList())).toBe(true);
  expect(Array.isArray(await firstValueFrom(usbBus().list!()))).toBe(true);
});

test('live: looking for a device that is not there ends as not-found', async () => {
  const log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
  const connecting = usbBus().connect({ vendorId: 0xfffe, productId: 0xfffe, out: 1 }, log);
  await expect(firstValueFrom(connecting)).rejects.toMatchObject({ code: 'not-found' });
});

const main = (code: string): string =>
  execFileSync(
    process.execPath,
    ['--import', 'tsx', '--conditions=@lcdflow/source', '--input-type=module', '-e', code],
    {
      cwd: new URL('..', import.meta.url),
      encoding: 'utf8',
      timeout: 15_000,
    },
  );

test('live: importing the package and making a bus does not load the module', () => {
  const code = `
    import { createRequire } from 'node:module';
    import { usbBus } from './src/index.ts';
    usbBus();
    const loaded = Object.keys(createRequire(import.meta.url).cache).some((file) => /node_modules.usb./.test(file));
    console.log(loaded);`;
  expect(main(code)).toBe('false\n');
});

test('live: a listener for arrivals does not keep the process alive', () => {
  const code = `
    import { usbArrivals } from './src/index.ts';
    usbArrivals().subscribe();
    setTimeout(() => console.log('done'), 50);`;
  expect(main(code)).toBe('done\n');
});
