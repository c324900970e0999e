import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, describe, test } from 'vitest';
import { killAll, lcd, ROOT, type Running, start } from './cli/lcd.ts';

const FOLDER = join(ROOT, 'test/cli');
const LATE = 'warn: front: has not shown its farewell within 2000 ms\n';
/** Longer than two signals of one Ctrl-C are apart, shorter than a farewell may take; in ms. */
const INSISTED = 600;

const scratch = mkdtempSync(join(tmpdir(), 'lcdflow-farewell-'));
afterAll(() => {
  killAll();
  rmSync(scratch, { recursive: true });
});

const packets = (trace: string): readonly string[] =>
  readFileSync(trace, 'utf8')
    .split('\n')
    .flatMap((line) => / > (.*)/.exec(line)?.[1] ?? []);

describe.concurrent('when lcd run ends', () => {
  test('an emulated picoLCD goes blank, then dark; what is printed is the picture before', async ({ expect }) => {
    const trace = join(scratch, 'blank.trace');
    const { status, stdout, stderr } = await lcd(['run', '--emulate', '--for', '2s', '--trace', trace], FOLDER);
    const all = packets(trace);
    const farewell = all.slice(all.findLastIndex((packet) => packet.includes('page 7, column 52')) + 1);
    expect(farewell.length).toBeGreaterThan(2);
    expect(farewell.at(-1)).toMatch(/^91 backlight 0 %/);
    expect(farewell.slice(0, -1).every((packet) => packet.startsWith('96 chip '))).toBe(true);
    expect(stdout).toBe(readFileSync(join(FOLDER, 'expected.run.txt'), 'utf8'));
    expect([status, stderr]).toEqual([0, '']);
  });

  test('one Ctrl-C that comes as two signals is one', async ({ expect }) => {
    const trace = join(scratch, 'twice.trace');
    const running = start(['run', '--emulate', '--trace', trace], FOLDER);
    await expect.poll(() => packetsOf(trace), { timeout: 10_000 }).toContain('page 7, column 52');
    running.kill('SIGINT');
    await setTimeout(20);
    running.kill('SIGINT');
    expect(await running.ended).toMatchObject({ status: 0, signal: null, stderr: '' });
    expect(packets(trace).at(-1)).toMatch(/^91 backlight 0 %/);
  });

  test('a panel that gets stuck is waited for two seconds', async ({ expect }) => {
    const running = await stuck();
    running.kill('SIGTERM');
    const { status, signal, stderr } = await running.ended;
    expect([status, signal]).toEqual([0, null]);
    expect(stderr).toContain('front: dims\n');
    expect(stderr.endsWith(LATE)).toBe(true);
  });

  test('a second signal ends it at once', async ({ expect }) => {
    const running = await stuck();
    running.kill('SIGTERM');
    await setTimeout(INSISTED);
    running.kill('SIGTERM');
    const { status, signal, stderr } = await running.ended;
    expect([status, signal]).toEqual([0, null]);
    expect(stderr).toContain('front: dims\n');
    expect(stderr).not.toContain(LATE);
  });
});

async function stuck(): Promise<Running> {
  const running = start(['run', 'stuck.yaml'], FOLDER);
  await running.says('front: writes');
  return running;
}

/** What a trace holds by now. */
function packetsOf(trace: string): string {
  try {
    return readFileSync(trace, 'utf8');
  } catch {
    return '';
  }
}
