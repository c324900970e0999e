import { execFileSync } from 'node:child_process';
import { firstValueFrom } from 'rxjs';
import { expect, test } from 'vitest';
import { loadedFrom, loadSerial } from './load-serial.ts';

test('a module that does not load is not-found', async () => {
  const failing = loadedFrom(() => Promise.reject(new Error('no native build was found')));
  await expect(firstValueFrom(failing)).rejects.toMatchObject({
    code: 'not-found',
    message: 'the serialport module cannot be loaded: no native build was found',
  });
});

test('live: the real module loads, and opens nothing that is not there', async () => {
  const serial = await firstValueFrom(loadSerial());
  await expect(serial.open({ path: '/dev/ttyNONE', baudRate: 9_600 })).rejects.toThrow('No such file or directory');
});

test('live: importing the package and making a bus does not load the module', () => {
  const code = `
    import { createRequire } from 'node:module';
    import { serialBus } from './src/index.ts';
    serialBus();
    const loaded = Object.keys(createRequire(import.meta.url).cache).some((file) => /serialport/.test(file));
    console.log(loaded);`;
  const out = execFileSync(
    process.execPath,
    ['--import', 'tsx', '--conditions=@lcdflow/source', '--input-type=module', '-e', code],
    { cwd: new URL('..', import.meta.url), encoding: 'utf8', timeout: 15_000 },
  );
  expect(out).toBe('false\n');
});
