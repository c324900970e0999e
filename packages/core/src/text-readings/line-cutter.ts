/** Lines out of bytes that come in pieces. */
export interface LineCutter {
  /** The lines that these bytes complete. */
  add(bytes: Uint8Array): readonly string[];
  /** What has come since the last line end; `undefined` when nothing has. */
  rest(): string | undefined;
}

/**
 * Cuts UTF-8 into lines of at most `longest` bytes: what a line has more is dropped, so that one that never ends takes
 * no memory. Bytes that are no UTF-8 become U+FFFD. Of the lines of one piece only the `newest` ones are given.
 */
export function lineCutter(longest: number, newest = Number.POSITIVE_INFINITY): LineCutter {
  const line = new Uint8Array(longest);
  const decoder = new TextDecoder();
  let length = 0;
  let begun = false;
  const take = (bytes: Uint8Array): void => {
    const piece = bytes.subarray(0, longest - length);
    line.set(piece, length);
    length += piece.length;
    begun = true;
  };
  const text = (): string => {
    const words = decoder.decode(line.subarray(0, length));
    length = 0;
    begun = false;
    return words;
  };
  return {
    add: (bytes) => {
      const lines: string[] = [];
      let start = beginning(bytes, newest);
      if (start > 0) length = 0;
      for (let end = bytes.indexOf(LINE_END, start); end >= 0; end = bytes.indexOf(LINE_END, start)) {
        take(bytes.subarray(start, end));
        lines.push(text());
        start = end + 1;
      }
      if (start < bytes.length) take(bytes.subarray(start));
      return lines;
    },
    rest: () => (begun ? text() : undefined),
  };
}

const LINE_END = 0x0a;

/** Where the last so many lines begin. */
function beginning(bytes: Uint8Array, lines: number): number {
  let end = bytes.length;
  for (let found = 0; found <= lines; found++) {
    if (end <= 0) return 0;
    end = bytes.lastIndexOf(LINE_END, end - 1);
  }
  return end + 1;
}
