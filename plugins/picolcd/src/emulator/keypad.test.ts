import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KEY_NAMES, Keypad } from './keypad.ts';

/** `+up` presses, `-up` releases; the result is the pair each one reports, or a dash. */
function reports(...strokes: string[]): string[] {
  const keypad = new Keypad();
  return strokes.map((stroke) => {
    const packets = keypad.press(stroke.slice(1), stroke.startsWith('+'));
    return packets.map(([id, first, second]) => `${id!.toString(16)} ${first},${second}`).join(' ') || '-';
  });
}

test.each([
  ['one key', ['+up', '-up'], ['11 5,0', '11 0,0']],
  ['two keys: the higher code first', ['+up', '+enter', '-up', '-enter'], ['11 5,0', '11 6,5', '11 6,0', '11 0,0']],
  ['two keys, the other way round', ['+enter', '+up', '-enter'], ['11 6,0', '11 6,5', '11 5,0']],
  ['three keys look like none', ['+back', '+up', '+down', '-up'], ['11 1,0', '11 5,1', '11 0,0', '11 7,1']],
  ['four keys are nothing new', ['+back', '+up', '+down', '+left'], ['11 1,0', '11 5,1', '11 0,0', '-']],
  ['pressed twice, released twice', ['+up', '+up', '-up', '-up'], ['11 5,0', '-', '11 0,0', '-']],
  ['every key of the matrix', ['+key4', '-key4', '+key16', '-key16'], ['11 4,0', '11 0,0', '11 16,0', '11 0,0']],
])('%s', (_, strokes, expected) => {
  expect(reports(...strokes)).toEqual(expected);
});

test('names by code', () => {
  expect(KEY_NAMES.slice(0, 9)).toEqual(['', 'back', 'left', 'right', 'key4', 'up', 'enter', 'down', 'key8']);
  expect(KEY_NAMES).toHaveLength(17);
});

test('a key the panel does not have', () => {
  expect(() => new Keypad().press('escape', true)).toThrow(/key: one of back, left, .*, not escape/);
  expect(() => new Keypad().press('', true)).toThrow(/key: one of/);
});

test('reports follow the keys that are down, and only when the pair is new', () => {
  const stroke = fc.tuple(fc.constantFrom(...KEY_NAMES.slice(1)), fc.boolean());
  fc.assert(
    fc.property(fc.array(stroke), (strokes) => {
      const keypad = new Keypad();
      const down: Record<string, boolean> = {};
      let last = '0,0';
      for (const [name, pressed] of strokes) {
        down[name] = pressed;
        const codes = KEY_NAMES.map((key, code) => (down[key] ? code : 0)).filter((code) => code > 0);
        const pair = codes.length > 2 ? '0,0' : `${codes.at(-1) ?? 0},${codes.length === 2 ? codes[0] : 0}`;
        const packets = keypad.press(name, pressed).map((packet) => [...packet].join(','));
        expect(packets).toEqual(pair === last ? [] : [`17,${pair}`]);
        last = pair;
      }
    }),
  );
});
