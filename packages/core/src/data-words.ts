const hex = (value: number): string => value.toString(16).padStart(2, '0');

/** Bytes in words, as text where they are text: `"Hello" 01`; for `explain` of a `DeviceEmulator`. */
export function dataWords(bytes: Iterable<number>): string {
  const words: string[] = [];
  let text = '';
  const flush = () => {
    if (text !== '') words.push(`"${text}"`);
    text = '';
  };
  for (const byte of bytes) {
    if (byte >= 0x20 && byte < 0x7f) text += String.fromCharCode(byte);
    else {
      flush();
      words.push(hex(byte));
    }
  }
  flush();
  return words.join(' ');
}
