const ESC = 0x1b;
const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz');

/** Keys by the end of their sequence: ESC [ x or ESC O x (docs/protocol.md section 2.5). */
const SEQUENCES: Readonly<Record<string, string>> = {
  ...{ A: 'up', B: 'down', C: 'right', D: 'left' },
  ...{ P: 'f1', Q: 'f2', R: 'f3', S: 'f4' },
};

/** Keys that are one byte. */
const BYTES: Readonly<Record<number, string>> = { 13: 'enter', 8: 'back', 127: 'back' };

/** Names of the keys that a terminal sends. */
export const KEYS: readonly string[] = [...Object.values(SEQUENCES), 'enter', 'back', ...LETTERS];

function keyOf(byte: number): string | undefined {
  const letter = String.fromCharCode(byte).toLowerCase();
  return BYTES[byte] ?? (LETTERS.includes(letter) ? letter : undefined);
}

/** Takes chunks of what a terminal sends, however it is cut; gives the keys that were hit. What means none is dropped. */
export function keysTyped(): (chunk: Uint8Array) => readonly string[] {
  let state: 'ground' | 'escape' | 'sequence' = 'ground';
  let isPlain = true;
  const take = (byte: number): string | undefined => {
    if (byte === ESC) state = 'escape';
    else if (state === 'ground') return keyOf(byte);
    else if (state === 'escape') {
      state = byte === 0x5b || byte === 0x4f ? 'sequence' : 'ground';
      isPlain = true;
    } else if (byte >= 0x40) {
      state = 'ground';
      return isPlain ? SEQUENCES[String.fromCharCode(byte)] : undefined;
    } else isPlain = false;
    return undefined;
  };
  return (chunk) => Array.from(chunk, take).filter((key) => key !== undefined);
}
