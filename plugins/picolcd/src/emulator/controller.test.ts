import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CHIP, Controller } from './controller.ts';

const picture = (chip: Controller, rows: number, columns: number): string[] =>
  Array.from({ length: rows }, (_, y) =>
    Array.from({ length: columns }, (_, x) => (chip.isInk(x, y) ? '#' : '.')).join(''),
  );

test('data goes to page and column, bit 0 uppermost, and the column moves on', () => {
  const chip = new Controller();
  chip.command(0xb8);
  chip.command(0x40 + 1);
  for (const byte of [0x01, 0x03, 0x80]) chip.write(byte);
  expect(picture(chip, 9, 6)).toEqual([
    '.##...',
    '..#...',
    '......',
    '......',
    '......',
    '......',
    '......',
    '...#..',
    '......',
  ]);
});

test('the column wraps within the page', () => {
  const chip = new Controller();
  chip.command(0xb8 + 3);
  chip.command(0x40 + 63);
  chip.write(0x11);
  chip.write(0x22);
  expect(chip.memory[3 * CHIP + 63]).toBe(0x11);
  expect(chip.memory[3 * CHIP]).toBe(0x22);
  expect(chip.memory[4 * CHIP]).toBe(0);
});

test('the start line moves the picture up and it wraps', () => {
  const chip = new Controller();
  chip.write(0b0000_0110);
  chip.command(0xc0 + 2);
  expect(chip.isInk(0, 0)).toBe(true);
  expect(chip.isInk(0, 63)).toBe(true);
  expect(chip.isInk(0, 1)).toBe(false);
});

test('a chip that is off shows nothing and keeps its memory', () => {
  const chip = new Controller();
  chip.write(0xff);
  chip.command(0x3e);
  expect(chip.isInk(0, 0)).toBe(false);
  chip.command(0x3f);
  expect(chip.isInk(0, 0)).toBe(true);
});

test('reset switches off and sets the start line, but keeps memory and counters', () => {
  const chip = new Controller();
  chip.command(0xb8 + 1);
  chip.command(0x40 + 5);
  chip.command(0xc0 + 9);
  chip.reset();
  expect(chip.isInk(0, 0)).toBe(false);
  chip.write(0xff);
  chip.command(0x3f);
  expect(chip.memory[CHIP + 5]).toBe(0xff);
  expect(chip.isInk(5, 8)).toBe(true);
});

test('bytes that are no command do nothing', () => {
  const chip = new Controller();
  for (let byte = 0; byte < 0x100; byte++) if (byte < 0x3e || (byte >= 0x80 && byte < 0xb8)) chip.command(byte);
  chip.write(0x01);
  expect(chip.isInk(0, 0)).toBe(true);
});

// An independent picture of the chip: pixels by coordinates, turned by the start line when looked at.
const step = fc.oneof(
  fc.record({ kind: fc.constant('page' as const), value: fc.nat(7) }),
  fc.record({ kind: fc.constant('column' as const), value: fc.nat(63) }),
  fc.record({ kind: fc.constant('line' as const), value: fc.nat(63) }),
  fc.record({ kind: fc.constant('power' as const), value: fc.nat(1) }),
  fc.record({ kind: fc.constant('data' as const), value: fc.nat(255) }),
);
const COMMANDS = { page: 0xb8, column: 0x40, line: 0xc0, power: 0x3e } as const;

test('any sequence of commands and data shows what a simple model shows', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const chip = new Controller();
      const dark = new Set<string>();
      const at = { page: 0, column: 0, line: 0, power: 1 };
      for (const { kind, value } of steps) {
        if (kind !== 'data') {
          chip.command(COMMANDS[kind] + value);
          at[kind] = value;
          continue;
        }
        chip.write(value);
        for (let bit = 0; bit < 8; bit++) {
          const pixel = `${at.column},${at.page * 8 + bit}`;
          if (value & (1 << bit)) dark.add(pixel);
          else dark.delete(pixel);
        }
        at.column = at.column === 63 ? 0 : at.column + 1;
      }
      for (let y = 0; y < 64; y++)
        for (let x = 0; x < 64; x++)
          if (chip.isInk(x, y) !== (at.power === 1 && dark.has(`${x},${(y + at.line) & 63}`))) return false;
      return true;
    }),
    { numRuns: 60 },
  );
});
