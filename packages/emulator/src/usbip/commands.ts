import { viewOf, writing } from './bytes.ts';

/** What a computer sends once it has a device, and what comes back. */
export const COMMAND = { submit: 1, unlink: 2, submitted: 3, unlinked: 4 } as const;

/** Bytes of each command and each answer, without the data behind it. */
export const COMMAND_HEADER = 48;

/** Error numbers of Linux, as a status carries them. */
export const STATUS = { ok: 0, stall: -32, overflow: -75, unlinked: -104 } as const;

/** CMD_SUBMIT: a transfer begins. */
export interface Submit {
  readonly kind: 'submit';
  readonly seqnum: number;
  readonly direction: 'out' | 'in';
  /** 0 to 15, without the direction. */
  readonly endpoint: number;
  /** Bytes to send, or room for bytes to come. */
  readonly length: number;
  /** 8 bytes; they mean something on endpoint 0 only. */
  readonly setup: Uint8Array;
  /** What goes out; empty when something comes in. */
  readonly data: Uint8Array;
}

/** CMD_UNLINK: a transfer is taken back. */
export interface Unlink {
  readonly kind: 'unlink';
  readonly seqnum: number;
  /** The transfer that is taken back, by its number. */
  readonly victim: number;
}

/** How a transfer ended. `actual` counts the bytes that moved, `data` are those that came in. */
export interface Ended {
  readonly status: number;
  readonly actual: number;
  readonly data?: Uint8Array;
}

/** Bytes of data behind a header. */
export function dataLength(header: Uint8Array): number {
  const view = viewOf(header);
  const goesOut = view.getUint32(0) === COMMAND.submit && view.getUint32(12) === 0;
  return goesOut ? view.getUint32(24) : 0;
}

/** Reads a command; `undefined` for a number that is none. */
export function decodeCommand(header: Uint8Array, data: Uint8Array): Submit | Unlink | undefined {
  const view = viewOf(header);
  const seqnum = view.getUint32(4);
  const command = view.getUint32(0);
  if (command === COMMAND.unlink) return { kind: 'unlink', seqnum, victim: view.getUint32(20) };
  if (command !== COMMAND.submit) return undefined;
  const direction = view.getUint32(12) === 0 ? 'out' : 'in';
  const endpoint = view.getUint32(16) & 0x0f;
  const length = view.getUint32(24);
  return { kind: 'submit', seqnum, direction, endpoint, length, setup: header.subarray(40, 48), data };
}

/** RET_SUBMIT, with the data that came in. */
export function encodeSubmitted(seqnum: number, { status, actual, data }: Ended): Uint8Array {
  const answer = new Uint8Array(COMMAND_HEADER + (data?.length ?? 0));
  const view = viewOf(answer);
  view.setUint32(0, COMMAND.submitted);
  view.setUint32(4, seqnum);
  view.setInt32(20, status);
  view.setUint32(24, actual);
  if (data) answer.set(data, COMMAND_HEADER);
  return answer;
}

/** RET_UNLINK: -104 when the transfer was still there, 0 when it had ended. */
export function encodeUnlinked(seqnum: number, status: number): Uint8Array {
  const to = writing(COMMAND_HEADER);
  to.u32(COMMAND.unlinked, seqnum, 0, 0, 0, status);
  return to.done();
}
