import { defer, filter, from, map, merge, mergeMap, type Observable, type OperatorFunction, timer } from 'rxjs';

/** What bytes begin with: a packet, so many bytes that belong to none, or `undefined` while only more bytes can tell. */
export type Parsed = { readonly packet: Uint8Array } | { readonly skip: number } | undefined;

/** What was found on a line: a packet, or how many bytes were skipped. */
export type Found = { readonly packet: Uint8Array } | { readonly skipped: number };

/**
 * Packets from chunks of bytes that are cut anywhere. When no byte has come for `quiet` ms, what looked like the begin
 * of a packet was none: it is skipped, and what stands behind it is looked at again.
 */
export function packets(parse: (bytes: Uint8Array) => Parsed, quiet: number): OperatorFunction<Uint8Array, Found> {
  return (chunks) =>
    defer(() => {
      let rest: Uint8Array = new Uint8Array();
      let chunk = 0;
      const look = (bytes: Uint8Array, isAll: boolean): readonly Found[] => {
        const { found, used } = search(parse, bytes, isAll);
        rest = bytes.slice(used);
        return found;
      };
      const whenQuiet = (): Observable<Found> => {
        const last = chunk;
        return timer(quiet).pipe(
          filter(() => chunk === last),
          mergeMap(() => look(rest, true)),
        );
      };
      return chunks.pipe(
        map((bytes) => {
          chunk += 1;
          return look(joined(rest, bytes), false);
        }),
        mergeMap((found) => (rest.length === 0 ? from(found) : merge(from(found), whenQuiet()))),
      );
    });
}

/** `isAll`: no more bytes will come, so what is not whole is no packet. */
function search(parse: (bytes: Uint8Array) => Parsed, bytes: Uint8Array, isAll: boolean) {
  const found: Found[] = [];
  let used = 0;
  let skipped = 0;
  const noteSkipped = () => {
    if (skipped > 0) found.push({ skipped });
    skipped = 0;
  };
  while (used < bytes.length) {
    const parsed = parse(bytes.subarray(used)) ?? (isAll ? { skip: 1 } : undefined);
    if (parsed === undefined) break;
    if ('skip' in parsed) skipped += parsed.skip;
    else {
      noteSkipped();
      found.push({ packet: parsed.packet.slice() });
    }
    used += 'skip' in parsed ? parsed.skip : parsed.packet.length;
  }
  noteSkipped();
  return { found, used };
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
