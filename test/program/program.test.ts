import { checkConfig } from '@lcdflow/config';
import type { Plugin } from '@lcdflow/core';
import { expect, onTestFinished, test } from 'vitest';
import { play } from './play.ts';
import { scriptOf } from './script.ts';
import { playedWords } from './words.ts';
import { createWorld } from './world.ts';

// The stage on which whole programs are tested must itself fail when a script is wrong.

const CONFIG = 'displays: { front: { driver: picolcd } }\npages: { main: { text: "{{ fixed(cpu.busy, 0) }}" } }\n';

function played(script: string): string {
  const world = createWorld();
  onTestFinished(() => world.machine.remove());
  const plugins = world.plugins.map(
    (plugin): Plugin => (typeof plugin === 'function' ? plugin({} as never, { folder: '.' }) : plugin),
  );
  const { program } = checkConfig(CONFIG, 'lcd.config.yaml', plugins);
  return playedWords(play({ program: program!, plugins }, scriptOf(script), world), world);
}

test('a script is read from the comments of a config', () => {
  expect(
    scriptOf('# after: 3s, 500ms\n# press: down at 1s\na: 1 # after: 9s\n# a note: 5\n# unplug: front at 2s'),
  ).toEqual({
    shots: [500, 3_000],
    events: [
      { kind: 'press', what: 'down', at: 1_000 },
      { kind: 'unplug', what: 'front', at: 2_000 },
    ],
  });
  expect(scriptOf('')).toEqual({ shots: [1_000], events: [] });
  expect(() => scriptOf('# after: soon')).toThrow('such as 500ms');
  expect(() => scriptOf('# press: down')).toThrow('such as "down at 2s"');
});

test('a picture is taken at each time, and everything is over at the last one', () => {
  const words = played('# after: 700ms, 900ms');
  expect(words.match(/^front at .*/gm)).toEqual([
    'front at 700 ms: picolcd 256x64, backlight 100 %, contrast 25 %',
    'front at 900 ms: picolcd 256x64, backlight 100 %, contrast 25 %',
  ]);
  expect(words).toContain('messages: nothing\n\nsources:\n  cpu: 2 readings\n');
});

test('keys, displays and machines that are not there are errors', () => {
  expect(() => played('# press: dwon at 500ms')).toThrow('key: one of');
  expect(() => played('# press: side.down at 500ms')).toThrow('wants an emulated panel "side"');
  expect(() => played('# unplug: side at 500ms')).toThrow('wants an emulated panel "side"');
  expect(() => played('# machine: desktop at 500ms')).toThrow('ENOENT');
});
