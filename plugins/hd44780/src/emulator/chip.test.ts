import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Chip } from './chip.ts';
import { GLASS_SIZES, Glass } from './glass.ts';

/** A chip that is awake: two lines, display on, moving to the right. */
function awake(...instructions: readonly number[]) {
  const chip = new Chip();
  let now = 1e6;
  const instruct = (...bytes: readonly number[]) => {
    for (const byte of bytes) {
      chip.instruction(byte, now);
      now += 1e4;
    }
  };
  const write = (text: string | readonly number[]) => {
    for (const letter of text) {
      chip.data(typeof letter === 'string' ? letter.charCodeAt(0) : letter, now);
      now += 1e4;
    }
  };
  instruct(0x38, 0x0c, 0x06, ...instructions);
  const shown = (from: number, count: number) =>
    String.fromCharCode(...Array.from({ length: count }, (_, index) => chip.shown(from + index)));
  return { chip, instruct, write, shown };
}

describe('letters (docs/protocol.md sections 1.2 and 1.3)', () => {
  test('go where the cursor is, and move it', () => {
    const { write, shown, chip } = awake(0x85);
    write('Hi');
    expect([shown(4, 4), chip.cursor]).toEqual([' Hi ', 0x07]);
  });

  test.each([
    ['the first line goes on in the second', 0x80 | 0x27, 0x40],
    ['the second in the first', 0x80 | 0x67, 0x00],
  ])('%s', (_, instruction, after) => {
    const { write, chip } = awake(instruction);
    write('x');
    expect(chip.cursor).toBe(after);
  });

  test.each([
    ['to the left, from the first letter', 0x80, 0x67],
    ['to the left, from the second line', 0xc0, 0x27],
    ['to the left, elsewhere', 0x83, 0x02],
  ])('%s', (_, instruction, after) => {
    const { write, chip } = awake(0x04, instruction);
    write('x');
    expect(chip.cursor).toBe(after);
  });

  test('in one line there are 80 of them', () => {
    const { chip, instruct, write } = awake(0x30, 0x80 | 0x4f);
    write('x');
    expect(chip.cursor).toBe(0);
    instruct(0x04);
    write('y');
    expect(chip.cursor).toBe(0x4f);
    expect([chip.shown(0x4f), chip.shown(0)]).toEqual([0x78, 0x79]);
  });

  test('cursor moves without letters', () => {
    const { chip, instruct } = awake(0x82);
    instruct(0x14, 0x14, 0x10);
    expect(chip.cursor).toBe(3);
  });

  test('clear empties, goes home and to the right again; home does not empty', () => {
    const { chip, instruct, write, shown } = awake();
    write('Hello');
    instruct(0x18, 0x02);
    expect([chip.cursor, chip.shift, shown(0, 5)]).toEqual([0, 0, 'Hello']);
    instruct(0x04, 0x01);
    write('x');
    expect([chip.cursor, shown(0, 5)]).toEqual([1, 'x    ']);
  });
});

describe('shifting', () => {
  test('the glass moves over the memory, line by line', () => {
    const { instruct, write, shown } = awake();
    write('abc');
    instruct(0xc0);
    write('xyz');
    instruct(0x18);
    expect([shown(0, 3), shown(0x40, 3), shown(0x27, 1)]).toEqual(['bc ', 'yz ', 'a']);
    instruct(0x1c, 0x1c);
    expect([shown(0, 3), shown(0x40, 3)]).toEqual([' ab', ' xy']);
  });

  test('with entry mode 7 each letter shifts', () => {
    const { write, chip } = awake(0x07);
    write('ab');
    expect(chip.shift).toBe(2);
  });

  test('a shifted address wraps within its line', () => {
    const { instruct, write, shown } = awake(0x80 | 0x27);
    write('e');
    instruct(0x1c);
    expect(shown(0, 1)).toBe('e');
  });
});

test('user-defined characters: eight rows of five dots, one after the other', () => {
  const { chip, instruct, write } = awake(0x48);
  write([0x15, 0xff, 0, 0, 0, 0, 0, 0x11, 0x01]);
  expect(Array.from(chip.cgram.subarray(8, 17))).toEqual([0x15, 0x1f, 0, 0, 0, 0, 0, 0x11, 0x01]);
  expect(chip.cursor).toBeUndefined();
  instruct(0x80);
  write('A');
  expect(chip.shown(0)).toBe(0x41);
});

describe('what comes too early is counted (docs/protocol.md section 1.5)', () => {
  test.each([
    ['an instruction', (chip: Chip, now: number) => chip.instruction(0x06, now), 37],
    ['a letter', (chip: Chip, now: number) => chip.data(0x41, now), 41],
    ['clear', (chip: Chip, now: number) => chip.instruction(0x01, now), 1_520],
    ['home', (chip: Chip, now: number) => chip.instruction(0x02, now), 1_520],
  ])('%s takes its time', (_, write, takes) => {
    const chip = new Chip();
    write(chip, 20_000);
    expect(chip.busyFrom(20_000)).toBe(takes);
    chip.data(0x41, 20_000 + takes - 1);
    expect(chip.early).toBe(1);
    const patient = new Chip();
    write(patient, 20_000);
    patient.data(0x41, 20_000 + takes);
    expect(patient.early).toBe(0);
  });

  test('waking it up takes 15 ms, 4.1 ms, 100 µs', () => {
    const chip = new Chip();
    let now = 15_000;
    for (const wait of [4_100, 100, 37]) {
      chip.instruction(0x30, now);
      now += wait;
    }
    chip.instruction(0x28, now);
    expect([chip.early, chip.bits, chip.lines]).toEqual([0, 4, 2]);
    const hasty = new Chip();
    for (const at of [14_999, 14_999 + 4_099, 14_999 + 4_099 + 99]) hasty.instruction(0x30, at);
    expect(hasty.early).toBe(3);
  });
});

test('random writes never throw, and the glass can always be drawn', () => {
  const write = fc.tuple(fc.boolean(), fc.nat(255));
  fc.assert(
    fc.property(fc.array(write, { maxLength: 40 }), fc.constantFrom(...GLASS_SIZES), (writes, size) => {
      const chip = new Chip();
      const glass = new Glass(size, [chip, chip]);
      for (const [isData, byte] of writes) chip[isData ? 'data' : 'instruction'](byte, 0);
      const { width, height } = glass.frame(1, 0);
      expect([width, height]).toEqual([glass.size.width * 6 - 1, glass.size.height * 9 - 1]);
      if (chip.lines === 2 && chip.cursor !== undefined) expect(chip.cursor).toBeLessThan(0x80);
    }),
    { numRuns: 3_000 },
  );
});
