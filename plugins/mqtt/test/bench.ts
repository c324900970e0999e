import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sourceBench } from '@lcdflow/testkit';
import { onTestFinished } from 'vitest';
import { mqtt } from '../src/mqtt.ts';
import type { MqttOptions } from '../src/options.ts';

const DEFAULTS = { version: '3.1.1', qos: 0, retained: true, alive: '30s', timeout: '10s', most: 65_536 } as const;

/** An empty folder that is gone after the test. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'lcdflow-mqtt-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** The source on a clock that is moved by hand, a second with each tick. */
export const bench = (options: Partial<MqttOptions> & Pick<MqttOptions, 'url'>) =>
  sourceBench((context) => mqtt('/').read({ ...DEFAULTS, readings: { t: 't' }, ...options }, context), onTestFinished);
