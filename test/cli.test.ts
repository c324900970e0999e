import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { matchesGolden } from '@lcdflow/testkit';
import { PNG } from 'pngjs';
import { afterAll, describe, test } from 'vitest';
import { lcdFlags } from '../bench/lcd-flags.ts';
import { killAll, lcd, ROOT, start } from './cli/lcd.ts';

const FOLDER = join(ROOT, 'test/cli');
const WRONG = join(ROOT, 'test/golden/error-wrong-keys');
const mistakes = readFileSync(join(WRONG, 'expected.error'), 'utf8');

const scratch = mkdtempSync(join(tmpdir(), 'lcdflow-cli-'));
afterAll(() => {
  killAll();
  rmSync(scratch, { recursive: true });
});
let files = 0;
const newFile = (ending: string): string => join(scratch, `${files++}${ending}`);

describe.concurrent('lcd', () => {
  test('--help lists the commands', async ({ expect }) => {
    const { status, stdout, stderr } = await lcd(['--help'], FOLDER);
    expect(stdout).toMatch(/^Usage: lcd /);
    for (const command of ['run', 'check', 'show', 'device', 'sources', 'devices', 'schema'])
      expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
    expect([status, stderr]).toEqual([0, '']);
  });

  test('npm start runs it with what its first line says', ({ expect }) => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const flags = lcdFlags(join(ROOT, 'packages/cli/bin/lcd.js')).join(' ');
    expect(flags).toContain('--max-semi-space-size');
    expect(scripts.start).toBe(`node ${flags} packages/cli/bin/lcd.js run`);
  });

  test('--version is that of the package', async ({ expect }) => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'packages/cli/package.json'), 'utf8'));
    expect(await lcd(['--version'], FOLDER)).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  test.for<readonly [readonly string[], string]>([
    [[], 'Usage: lcd'],
    [['chek'], "unknown command 'chek'\n(Did you mean check?)"],
    [['run', '--trac', 'x'], "unknown option '--trac'\n(Did you mean --trace?)"],
    [['run', '--for', '5'], "option '--for <time>' argument '5' is invalid. a time such as 500ms, 10s or 5m"],
    [['show', '--after', 'soon'], "option '--after <time>' argument 'soon' is invalid. a time such as"],
    [['run', '--for'], "option '--for <time>' argument missing"],
    [['check', 'one.yaml', 'two.yaml'], 'too many arguments'],
    [['device', 'front'], "missing required argument 'question'"],
    [['device', 'front', 'inf'], "argument value 'inf' is invalid for argument 'question'. Allowed choices are info,"],
  ])('%j is told with status 2', async ([args, words], { expect }) => {
    const { status, stdout, stderr } = await lcd(args, FOLDER);
    expect(stderr).toContain(words);
    expect(stderr).not.toContain('    at ');
    expect([status, stdout]).toEqual([2, '']);
  });
});

describe.concurrent('lcd check', () => {
  test('says that a config is right', async ({ expect }) => {
    const stdout = 'lcd.config.yaml: 2 displays, 2 pages, 0 keys: nothing to complain about\n';
    expect(await lcd(['check'], FOLDER)).toMatchObject({ status: 0, stdout, stderr: '' });
  });

  test('tells all mistakes on stderr, a line each', async ({ expect }) => {
    expect(await lcd(['check'], WRONG)).toMatchObject({ status: 2, stdout: '', stderr: mistakes });
  });

  test('calls a file as it was called', async ({ expect }) => {
    const file = 'test/golden/error-wrong-keys/lcd.config.yaml';
    const stderr = mistakes.replaceAll('lcd.config.yaml', file);
    expect(await lcd(['check', file], ROOT)).toMatchObject({ status: 2, stderr });
  });

  test.for<readonly [readonly string[], string]>([
    [['nothing.yaml'], 'nothing.yaml: not found\n'],
    [['..'], '..: a file is expected, but this is a folder\n'],
    [['lcd.ts/config.yaml'], 'lcd.ts/config.yaml: not found: a part of the path is no folder\n'],
  ])('%j', async ([args, stderr], { expect }) => {
    expect(await lcd(['check', ...args], FOLDER)).toMatchObject({ status: 2, stdout: '', stderr });
  });

  test('where there is no config', async ({ expect }) => {
    const { status, stderr } = await lcd(['check'], scratch);
    expect(stderr).toMatch(/: no config found: lcd\.config\.yaml or lcd\.config\.yml is expected here\n$/);
    expect([status, stderr.split('\n').length]).toEqual([2, 2]);
  });
});

describe.concurrent('lcd run', () => {
  test('prints the pictures once at the end when there is no terminal', async ({ expect }) => {
    const { status, stdout, stderr } = await lcd(['run', '--emulate', '--for', '3s'], FOLDER);
    matchesGolden(join(FOLDER, 'expected.run.txt'), stdout);
    expect([status, stderr]).toEqual([0, '']);
  });

  test('says that it emulates when nothing is plugged in', async ({ expect }) => {
    const { status, stdout, stderr } = await lcd(['run', '--for', '2s'], join(ROOT, 'test/golden/smallest'));
    expect(stderr).toBe('front: no picolcd 256x64 is plugged in: showing an emulated one\n');
    expect(stdout).toMatch(/^front: picolcd 256x64\n/);
    expect(status).toBe(0);
  });

  test('opens nothing when the config is wrong', async ({ expect }) => {
    const trace = newFile('.trace');
    const ended = await lcd(['run', '--emulate', '--for', '60s', '--trace', trace], WRONG);
    expect(ended).toMatchObject({ status: 2, stdout: '', stderr: mistakes });
    expect(() => readFileSync(trace)).toThrow('ENOENT');
  });

  test.for(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    '%s ends it as if its time were over',
    async (signal, { expect }) => {
      const trace = newFile('.trace');
      const running = start(['run', '--emulate', '--trace', trace], FOLDER);
      await expect.poll(() => text(trace), { timeout: 10_000 }).toContain('page 7, column 52');
      running.kill(signal);
      const { status, signal: killedBy, stdout, stderr } = await running.ended;
      expect({ status, killedBy, stderr }).toEqual({ status: 0, killedBy: null, stderr: '' });
      expect(stdout).toBe(text(join(FOLDER, 'expected.run.txt')));
    },
  );

  test('--for a month does not end at once', async ({ expect }) => {
    const trace = newFile('.trace');
    const running = start(['run', '--emulate', '--for', '30d', '--trace', trace], FOLDER);
    await expect.poll(() => text(trace), { timeout: 10_000 }).toContain('page 7, column 52');
    running.kill('SIGTERM');
    expect(await running.ended).toMatchObject({ status: 0, stderr: '' });
  });

  test('--trace writes the wire in words and as a hexdump', async ({ expect }) => {
    const trace = newFile('.trace');
    const { status } = await lcd(['run', '--emulate', '--for', '3s', '--trace', trace], FOLDER);
    const lines = text(trace).split('\n');
    expect(lines[0]).toMatch(/^front {4}\d\.\d{3} > 94 chip 0: display on, start line 0$/);
    expect(lines[1]).toBe('front            0000  94 00 02 00 64 3f 00 64 c0');
    // The whole picture, and some of it again when it goes blank.
    expect(lines.filter((line) => / > 96 chip /.test(line)).length).toBeGreaterThan(64);
    expect(lines.every((line) => line === '' || /^front ( *\d+\.\d{3} [<>!] | {11}[0-9a-f]{4} {2})/.test(line))).toBe(
      true,
    );
    expect(status).toBe(0);
  });

  test('--trace into a folder that is not there', async ({ expect }) => {
    const ended = await lcd(['run', '--emulate', '--for', '60s', '--trace', join(scratch, 'no/x.trace')], FOLDER);
    expect(ended).toMatchObject({ status: 2, stdout: '' });
    expect(ended.stderr).toMatch(/^error: trace: a file that can be written: ENOENT.*\n$/);
  });
});

describe.concurrent('lcd show', () => {
  const show = (...args: string[]) => lcd(['show', ...args], FOLDER);

  test('prints all glasses', async ({ expect }) => {
    const { status, stdout, stderr } = await show();
    matchesGolden(join(FOLDER, 'expected.show.txt'), stdout);
    expect([status, stderr]).toEqual([0, '']);
  });

  test('--out x.txt writes one of them', async ({ expect }) => {
    const out = newFile('.txt');
    expect(await show('--display', 'front', '--out', out)).toMatchObject({ status: 0, stdout: '', stderr: '' });
    const all = text(join(FOLDER, 'expected.show.txt'));
    expect(text(out)).toBe(all.slice(0, all.indexOf('side: ')));
    expect(text(out)).toMatch(/^front: picolcd 256x64\n/);
  });

  test('--out x.png writes one of them', async ({ expect }) => {
    const out = newFile('.png');
    expect(await show('--display', 'front', '--out', out)).toMatchObject({ status: 0, stdout: '', stderr: '' });
    const { width, height } = PNG.sync.read(readFileSync(out));
    expect([width >= 256 * 4, height >= 64 * 4, width / height > 3]).toEqual([true, true, true]);
  });

  test('--out x.png draws letters of a character display', async ({ expect }) => {
    const out = newFile('.PNG');
    expect(await show('--display', 'side', '--out', out)).toMatchObject({ status: 0, stdout: '', stderr: '' });
    const { width, height } = PNG.sync.read(readFileSync(out));
    expect([width >= 20 * 6 * 4, height >= 2 * 8 * 4]).toEqual([true, true]);
  });

  test.for<readonly [readonly string[], string]>([
    [['--display', 'fornt'], '--display: one of front, side, not "fornt"'],
    [['--out', 'x.png'], '--out takes one picture: choose with --display one of front, side'],
    [['--display', 'front', '--out', 'x.gif'], '--out: a file that ends in .png or .txt, not "x.gif"'],
    [['--display', 'front', '--out', 'no/x.png'], '--out: a file that can be written: ENOENT'],
  ])('%j is told', async ([args, words], { expect }) => {
    const { status, stdout, stderr } = await show(...args);
    expect(stderr).toContain(`error: ${words}`);
    expect([status, stdout, stderr.split('\n').length]).toEqual([2, '', 2]);
  });

  test('a wrong ending is told before anything is opened', async ({ expect }) => {
    const running = start(['show', '--after', '8s', '--display', 'front', '--out', 'x.gif'], FOLDER);
    const late = setTimeout(() => running.kill('SIGKILL'), 6_000);
    const { status, signal } = await running.ended;
    clearTimeout(late);
    expect([status, signal]).toEqual([2, null]);
  });
});

describe.concurrent('lcd device', () => {
  const PROBE = join(FOLDER, 'probe');
  const device = (...args: string[]) => lcd(['device', ...args], FOLDER);
  const probe = (...args: string[]) => lcd(['device', ...args], PROBE);
  const ANSWERS = [
    'driver        picolcd',
    'model         256x64',
    'firmware      1.00',
    'hook version  1.00',
    'device id     00000000, type 0',
    'splash        0 of 7678 bytes',
    'eeprom        256 bytes, all ff',
  ].join('\n');

  test('info: all that the device of a display says of itself', async ({ expect }) => {
    const trace = newFile('.trace');
    const ended = await device('front', 'info', '--emulate', '--trace', trace);
    expect(ended).toEqual({ status: 0, signal: null, stdout: `${ANSWERS}\n`, stderr: '' });
    expect(text(trace).match(/ > a3 read eeprom /g)).toHaveLength(13);
    expect(text(trace)).not.toContain(' > 96 ');
  });

  test('info: of an emulated one if none is plugged in, which it says', async ({ expect }) => {
    const stderr = 'front: no picolcd 256x64 is plugged in: showing an emulated one\n';
    expect(await device('front', 'info', 'lcd.config.yaml')).toMatchObject({
      status: 0,
      stdout: `${ANSWERS}\n`,
      stderr,
    });
  });

  test('info: a display on no bus is not opened and has nothing to tell', async ({ expect }) => {
    const stdout = 'driver  terminal\nmodel   20x2\n';
    const stderr = 'side: a terminal 20x2 has nothing to tell of itself\n';
    expect(await device('side', 'info')).toMatchObject({ status: 0, stdout, stderr });
    expect(await probe('window', 'info')).toMatchObject({ status: 0, stdout: 'driver  window\nmodel   4x1\n' });
  });

  test('info: answers of several lines, and a device that has none', async ({ expect }) => {
    const stdout = 'driver    probe\nmodel     4x1\nfirmware  2.1\nnotes     first line\n          second line\n';
    expect(await probe('much', 'info')).toMatchObject({ status: 0, stdout, stderr: '' });
    const stderr = 'nothing: a probe 4x1 has nothing to tell of itself\n';
    expect(await probe('nothing', 'info')).toMatchObject({ status: 0, stderr });
  });

  test('info: stopped before it has answered', async ({ expect }) => {
    expect(await probe('never', 'info', '--for', '100ms')).toMatchObject({ status: 1, stdout: '', stderr: '' });
  });

  test('readings: as they come until it is stopped', async ({ expect }) => {
    const stdout = 'much.heat 21.5 °C\nmuch.pulses 900 -450 µs\n';
    expect(await probe('much', 'readings', '--for', '100ms')).toMatchObject({ status: 0, stdout, stderr: '' });
  });

  test('readings: Ctrl-C ends them in good order', async ({ expect }) => {
    const trace = newFile('.trace');
    const running = start(['device', 'front', 'readings', '--emulate', '--trace', trace], FOLDER);
    await expect.poll(() => text(trace), { timeout: 10_000 }).toContain(' > 81 leds');
    running.kill('SIGINT');
    expect(await running.ended).toEqual({ status: 0, signal: null, stdout: '', stderr: '' });
  });

  test('readings of a device that receives nothing', async ({ expect }) => {
    const ended = await device('front', 'readings', '--emulate', '--for', '300ms');
    expect(ended).toMatchObject({ status: 0, stdout: '', stderr: '' });
  });

  test.for<readonly [string, string, number, string]>([
    ['gone', 'info', 1, 'error: the device was unplugged\n'],
    ['panel', 'info', 1, 'error: '],
    ['nothing', 'readings', 2, 'error: nothing: a probe 4x1 measures nothing\n'],
    [
      'mush',
      'info',
      2,
      'error: the name of a display is expected, much, nothing, never, gone, window, panel, not "mush"\n',
    ],
  ])('%s %s ends with status %i', async ([name, question, status, words], { expect }) => {
    const ended = await probe(name, question);
    expect(ended).toMatchObject({ status, stdout: '' });
    expect(ended.stderr).toContain(words);
    expect(ended.stderr.split('\n')).toHaveLength(2);
  });
});

describe.concurrent('lcd lists', () => {
  test('the sources of the config with their values', async ({ expect }) => {
    const { status, stdout, stderr } = await lcd(['sources'], FOLDER);
    expect(stdout).toMatch(
      /^host: What the machine is called[^\n]* Costs \d+ µs\.\n {2}host\.name {2,}larch {2,}The host name\.$/m,
    );
    expect(stdout).toMatch(/^ {2}load\.one +0\.52 +0 to cores +Mean over about one minute\.$/m);
    expect(stdout).toMatch(/^ {2}cpu\.busy +\S+ +% +0 to 100 /m);
    expect(stdout).toMatch(/^front: .*\n {2}front\.infrared +- +µs +The newest pulses /m);
    expect([status, stderr]).toEqual([0, '']);
  });

  test.for<readonly [readonly string[], string]>([
    [['host'], FOLDER],
    [['host', join(FOLDER, 'lcd.config.yaml')], scratch],
  ])('one source: %j', async ([args, folder], { expect }) => {
    const { status, stdout } = await lcd(['sources', ...args], folder);
    expect(stdout).toMatch(/^host: [^\n]*\n {2}host\.name {2,}larch [^\n]*\n( {2}host\.[^\n]*\n)*$/);
    expect(status).toBe(0);
  });

  test('all sources of a config elsewhere', async ({ expect }) => {
    const { stdout } = await lcd(['sources', join(FOLDER, 'lcd.config.yaml')], scratch);
    for (const name of ['cpu', 'load', 'host', 'front']) expect(stdout).toMatch(new RegExp(`^${name}: `, 'm'));
  });

  test('a source that is not there', async ({ expect }) => {
    const { status, stdout, stderr } = await lcd(['sources', 'hosts'], FOLDER);
    expect(stderr).toMatch(/the name of a source is expected, .*host.*, not "hosts"/);
    expect([status, stdout]).toEqual([2, '']);
  });

  test('sources for programs: an expression to paste, its value, and what measuring costs', async ({ expect }) => {
    const { status, stdout } = await lcd(['sources', 'load', '--json'], FOLDER);
    const [load] = JSON.parse(stdout);
    expect(load).toMatchObject({ name: 'load', source: 'load', cost: expect.any(Number) });
    expect(load.readings[0]).toMatchObject({ expression: 'load.one', value: 0.52, unit: '', range: [0, 'cores'] });
    expect(status).toBe(0);
  });

  test('sources that are watched until somebody stops it', async ({ expect }) => {
    const running = start(['sources', 'host', '--json', '--watch'], FOLDER);
    await running.prints(/^(.*\n){2}/);
    running.kill('SIGINT');
    const { status, stdout, stderr } = await running.ended;
    const looks = stdout.trim().split('\n');
    expect(JSON.parse(looks[1]!)[0].readings[0]).toMatchObject({ expression: 'host.name', value: 'larch' });
    expect([status, stderr]).toEqual([0, '']);
  });

  test('the built-in sources where there is no config', async ({ expect }) => {
    const { status, stdout } = await lcd(['sources'], scratch);
    for (const name of ['time', 'cpu', 'memory', 'host']) expect(stdout).toMatch(new RegExp(`^${name}: `, 'm'));
    expect(status).toBe(0);
  });

  test('what is wrong with the config instead of sources', async ({ expect }) => {
    expect(await lcd(['sources'], WRONG)).toMatchObject({ status: 2, stdout: '', stderr: mistakes });
  });

  test('the models of all drivers', async ({ expect }) => {
    const { status, stdout } = await lcd(['devices'], FOLDER);
    expect(stdout).toMatch(/^attached: none$|^ATTACHED +MODEL +DEVICE$/m);
    expect(stdout).toMatch(/^DRIVER +MODEL +SIZE +CELLS +COLOURS +KEYS +CONTROLS +USB$/m);
    expect(stdout).toMatch(/^picolcd +256x64 +256x64 +pixel +mono .*up.*backlight contrast led1…8 +04d8:c002$/m);
    expect(stdout).toMatch(/^terminal +20x4 +20x4 +character /m);
    expect(status).toBe(0);
  });

  test('the schema, which is the one that is committed for editors', async ({ expect }) => {
    const { status, stdout, stderr } = await lcd(['schema'], FOLDER);
    matchesGolden(join(ROOT, 'lcd.schema.json'), stdout);
    expect([status, stderr]).toEqual([0, '']);
  });
});

describe.concurrent('a reader that leaves early', () => {
  test.for(['schema', 'sources', '--help', 'show --after 100ms'])('lcd %s', async (words, { expect }) => {
    const running = start(words.split(' '), FOLDER);
    running.closeOutput();
    expect(await running.ended).toEqual({ status: 0, signal: null, stdout: '', stderr: '' });
  });
});

/** What a file holds by now. */
function text(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
