import { LcdError } from '@lcdflow/core';
import { concatMap, defer, type OperatorFunction } from 'rxjs';
import { joined, textOf, viewOf } from './bytes.ts';
import { COMMAND_HEADER, dataLength, decodeCommand, type Submit, type Unlink } from './commands.ts';
import { BUSID, OPERATION, OPERATION_HEADER, VERSION } from './operations.ts';

export type Request = { readonly kind: 'devlist' } | { readonly kind: 'import'; readonly busid: string } | Command;
export type Command = Submit | Unlink;

/** Bytes that one transfer may have: no host of ours sends as much to a panel. */
const MOST = 0x1_0000;

/** A request and what is behind it; `undefined` while a part is missing. */
type Cut = { readonly request: Request; readonly end: number } | undefined;

/** Cuts the bytes of a connection into requests, however TCP has split or merged them. Garbage errors with `protocol`. */
export const requests = (): OperatorFunction<Uint8Array, Request> => (chunks) =>
  defer(() => {
    let rest = new Uint8Array();
    let cut = cutOperation;
    function* push(chunk: Uint8Array): Generator<Request> {
      rest = joined(rest, chunk);
      for (let next = cut(rest); next; next = cut(rest)) {
        rest = rest.subarray(next.end);
        // Whoever has a device gives commands only.
        if (next.request.kind === 'import') cut = cutCommand;
        yield next.request;
      }
    }
    return chunks.pipe(concatMap(push));
  });

function cutOperation(bytes: Uint8Array): Cut {
  if (bytes.length < OPERATION_HEADER) return undefined;
  const view = viewOf(bytes);
  const version = view.getUint16(0);
  const code = view.getUint16(2);
  if (version !== VERSION) throw garbage(`version 0x${VERSION.toString(16).padStart(4, '0')} in front`);
  if (code === OPERATION.devlist) return { request: { kind: 'devlist' }, end: OPERATION_HEADER };
  if (code !== OPERATION.import) throw garbage('a wish for the list or for a device');
  const end = OPERATION_HEADER + BUSID;
  if (bytes.length < end) return undefined;
  return { request: { kind: 'import', busid: textOf(bytes.subarray(OPERATION_HEADER, end)) }, end };
}

function cutCommand(bytes: Uint8Array): Cut {
  if (bytes.length < COMMAND_HEADER) return undefined;
  const length = dataLength(bytes);
  if (length > MOST) throw garbage(`at most ${MOST} bytes in a transfer`);
  const end = COMMAND_HEADER + length;
  if (bytes.length < end) return undefined;
  const request = decodeCommand(bytes.subarray(0, COMMAND_HEADER), bytes.subarray(COMMAND_HEADER, end));
  if (!request) throw garbage('a transfer or its end');
  return { request, end };
}

const garbage = (expected: string): LcdError => new LcdError('protocol', `this is no USB/IP: ${expected} expected`);
