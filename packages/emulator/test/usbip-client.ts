/** The computer's side of USB/IP, written from the protocol's byte tables and not from the server. */

const u16 = (value: number): number[] => [(value >> 8) & 0xff, value & 0xff];
const u32 = (value: number): number[] => [...u16(value >>> 16), ...u16(value & 0xffff)];
const padded = (text: string, size: number): number[] =>
  Array.from({ length: size }, (_, at) => (at < text.length ? text.charCodeAt(at) : 0));

export const devlist = (): Uint8Array => Uint8Array.from([0x01, 0x11, 0x80, 0x05, 0, 0, 0, 0]);
export const importOf = (busid: string): Uint8Array =>
  Uint8Array.from([0x01, 0x11, 0x80, 0x03, 0, 0, 0, 0, ...padded(busid, 32)]);

/** Bytes from hex. */
export const bytes = (text: string): Uint8Array =>
  Uint8Array.from(text.split(/\s+/).filter(Boolean), (byte) => Number.parseInt(byte, 16));
export const hex = (packet: Uint8Array): string =>
  Array.from(packet, (byte) => byte.toString(16).padStart(2, '0')).join(' ');

function submit(seqnum: number, direction: 0 | 1, endpoint: number, length: number, setup: string, data: Uint8Array) {
  const head = [1, seqnum, 0x0001_0002, direction, endpoint, 0, length, 0, 0, 0].flatMap(u32);
  return Uint8Array.from([...head, ...(setup ? bytes(setup) : new Uint8Array(8)), ...data]);
}

/** Interrupt OUT on endpoint 1. */
export const out = (seqnum: number, data: Uint8Array): Uint8Array => submit(seqnum, 0, 1, data.length, '', data);
/** Interrupt IN on endpoint 0x81. */
export const read = (seqnum: number, length = 64): Uint8Array => submit(seqnum, 1, 1, length, '', new Uint8Array());
/** A request on endpoint 0; its direction is the one of the setup packet. */
export function control(seqnum: number, setup: string, data: Uint8Array = new Uint8Array()): Uint8Array {
  const [type = 0, , , , , , low = 0, high = 0] = bytes(setup);
  return submit(seqnum, type & 0x80 ? 1 : 0, 0, low + 256 * high, setup, data);
}
export const unlink = (seqnum: number, victim: number): Uint8Array =>
  Uint8Array.from([...[2, seqnum, 0x0001_0002, 0, 0, victim].flatMap(u32), ...new Uint8Array(24)]);

/** Every answer of a connection in words: `#7 0 3: f1 00 01` (status, bytes, data), `unlink #8 -104`, `import 0`, `devlist 1`. */
export function answersIn(stream: Uint8Array): readonly string[] {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const words: string[] = [];
  let at = 0;
  while (at < stream.length) {
    if (view.getUint16(at) === 0x0111) {
      const [text, size] = operationAt(view, at);
      words.push(text);
      at += size;
    } else {
      const [command, seqnum, status, actual] = [at, at + 4, at + 20, at + 24].map((place) => view.getInt32(place));
      const rest = dataAt(view, at, seqnum!, actual!);
      const data = rest > 0 ? `: ${hex(stream.subarray(at + 48, at + 48 + rest))}` : '';
      words.push(command === 4 ? `unlink #${seqnum} ${status}` : `#${seqnum} ${status} ${actual}${data}`);
      at += 48 + rest;
    }
  }
  return words;
}

/** Whether data follow cannot be told from the answer alone: odd numbers are ours for what comes in. */
const dataAt = (view: DataView, at: number, seqnum: number, actual: number): number =>
  view.getInt32(at) === 3 && seqnum % 2 === 1 ? actual : 0;

function operationAt(view: DataView, at: number): readonly [string, number] {
  const [code, status] = [view.getUint16(at + 2), view.getUint32(at + 4)];
  if (code === 0x0003) return [`import ${status}`, status === 0 ? 8 + 312 : 8];
  const count = view.getUint32(at + 8);
  let size = 12;
  for (let device = 0; device < count; device++) size += 312 + 4 * view.getUint8(at + size + 311);
  return [`devlist ${count}`, size];
}
