import { expect, test } from 'vitest';
import { Chip } from './chip.ts';
import { FourBits } from './four-bits.ts';

/** A bus of four wires that halves are clocked over, late enough each time. */
function wires() {
  const chip = new Chip();
  const bus = new FourBits(chip);
  let now = 1e5;
  const half = (data: number, rs = false) => {
    for (const en of [false, true, false]) {
      now += 1e4;
      bus.set({ rs, rw: false, en, data }, now);
    }
  };
  const byte = (value: number, rs = false) => {
    half(value >> 4, rs);
    half(value & 0x0f, rs);
  };
  return { chip, bus, half, byte };
}

const WAKING = [3, 3, 3, 2];

test('a new chip takes each half for a byte, until it is told that there are four wires', () => {
  const { chip, half, byte } = wires();
  for (const data of WAKING) half(data);
  expect(chip.bits).toBe(4);
  for (const value of [0x28, 0x0c, 0x06, 0x80]) byte(value);
  for (const value of [0x48, 0x69]) byte(value, true);
  expect([chip.lines, chip.displayOn, chip.cursor, chip.shown(0), chip.shown(1)]).toEqual([2, true, 2, 0x48, 0x69]);
});

test.each([
  ['eight wires', [3, 3, 3]],
  ['four wires', [...WAKING, 2, 8]],
  ['the second half of an instruction', [...WAKING, 2, 8, 8]],
  ['the second half of a function set', [...WAKING, 2, 8, 2]],
])('it is woken up from any state: %s', (_, before) => {
  const { chip, half, byte } = wires();
  for (const data of [...before, ...WAKING]) half(data);
  expect(chip.bits).toBe(4);
  byte(0x28);
  byte(0x8a);
  expect([chip.lines, chip.cursor]).toEqual([2, 0x0a]);
});

test('reading takes nothing, and what is there when E falls counts', () => {
  const { chip, bus, half } = wires();
  for (const data of WAKING) half(data);
  for (const en of [false, true, false]) bus.set({ rs: false, rw: true, en, data: 0x0f }, 5e6);
  const set = (en: boolean, data: number) => bus.set({ rs: false, rw: false, en, data }, 6e6);
  set(false, 0);
  set(true, 0);
  set(true, 8);
  set(false, 0);
  half(5);
  expect([chip.cursor, bus.unsettled]).toEqual([5, 0]);
});

test('a register that changes together with E is counted', () => {
  const { bus } = wires();
  bus.set({ rs: true, rw: false, en: true, data: 0 }, 0);
  bus.set({ rs: false, rw: false, en: false, data: 0 }, 0);
  expect(bus.unsettled).toBe(2);
});
