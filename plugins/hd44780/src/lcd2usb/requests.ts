import type { Access } from '../encode.ts';

/** Bytes of an access in one request (docs/protocol.md section 3.2). */
const MOST = 4;
const OUT = 0x40;
const IN = 0xc0;
const CLASS = { instruction: 0x20, data: 0x40 } as const;
const SET = { contrast: 0x60, brightness: 0x68 } as const;

/** What a device tells. Each answer has two bytes. */
export const GET = { version: 0x80, keys: 0x88, controllers: 0x90 } as const;

const request = (type: number, code: number, bytes: ArrayLike<number>, length: number): Uint8Array => {
  const packet = Uint8Array.of(type, code, 0, 0, 0, 0, length, 0);
  packet.set(bytes, 2);
  return packet;
};

/** Up to four bytes go in one request. */
export function encodeAccess({ controllers, register, bytes }: Access): readonly Uint8Array[] {
  const all = Array.from(bytes);
  return Array.from({ length: Math.ceil(all.length / MOST) }, (_, index) => {
    const part = all.slice(index * MOST, (index + 1) * MOST);
    return request(OUT, CLASS[register] | (controllers << 3) | (part.length - 1), part, 0);
  });
}

/** `level` from 0 to 1. The device remembers it without power. */
export const encodeLevel = (what: keyof typeof SET, level: number): Uint8Array =>
  request(OUT, SET[what], [Math.round(level * 0xff)], 0);

export const encodeQuestion = (what: keyof typeof GET): Uint8Array => request(IN, GET[what], [], 2);
