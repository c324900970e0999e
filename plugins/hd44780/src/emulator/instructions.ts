const hex = (value: number): string => value.toString(16).padStart(2, '0');

/** An instruction in words (docs/protocol.md section 1.3). */
export function instructionWords(byte: number): string {
  if (byte >= 0x80) return `to ${hex(byte & 0x7f)}`;
  if (byte >= 0x40) return `character ${(byte >> 3) & 7}${byte & 7 ? ` row ${byte & 7}` : ''}`;
  if (byte >= 0x20) return `${byte & 0x10 ? 8 : 4} bits, ${byte & 0x08 ? '2 lines' : '1 line'}`;
  if (byte >= 0x10) return `${byte & 0x08 ? 'shift' : 'move'} ${byte & 0x04 ? 'right' : 'left'}`;
  if (byte >= 0x08) return `display ${byte & 0x04 ? 'on' : 'off'}${byte & 0x02 ? ', cursor' : ''}`;
  if (byte >= 0x04) return `entry ${byte & 0x02 ? 'right' : 'left'}${byte & 0x01 ? ', shifting' : ''}`;
  if (byte >= 0x02) return 'home';
  return byte === 1 ? 'clear' : 'nothing';
}
