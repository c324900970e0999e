/** What terminals take for colours and cursor moves (ECMA-48, 5.4), and titles (OSC). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is about
const SEQUENCES = /\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[@-_]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is about
const CONTROLS = /[\x00-\x08\x0b-\x1f\x7f-\x9f]/g;

/** A text without what no display can show: control characters other than line ends, and the colours of terminals. */
export const plainText = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(SEQUENCES, '').replace(/\t/g, ' ').replace(CONTROLS, '');
