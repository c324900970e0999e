import fc from 'fast-check';
import { from } from 'rxjs';
import { expect, test } from 'vitest';
import { bytes, control, devlist, importOf, out, read, unlink } from '../../test/usbip-client.ts';
import { joined } from './bytes.ts';
import { type Request, requests } from './requests.ts';

function cut(chunks: readonly Uint8Array[]): readonly Request[] {
  const found: Request[] = [];
  from(chunks)
    .pipe(requests())
    .subscribe((request) => found.push(request));
  return found;
}

const conversation = [
  devlist(),
  importOf('1-1'),
  control(1, '80 06 00 01 00 00 12 00'),
  control(2, '21 09 91 02 00 00 02 00', bytes('91 80')),
  out(4, bytes('96 00 02')),
  read(3),
  unlink(6, 3),
];

test('requests by what they mean', () => {
  const none = new Uint8Array(8);
  expect(cut([joined(...conversation)])).toEqual([
    { kind: 'devlist' },
    { kind: 'import', busid: '1-1' },
    {
      ...{ kind: 'submit', seqnum: 1, direction: 'in', endpoint: 0, length: 18 },
      ...{ setup: bytes('80 06 00 01 00 00 12 00'), data: new Uint8Array() },
    },
    {
      ...{ kind: 'submit', seqnum: 2, direction: 'out', endpoint: 0, length: 2 },
      ...{ setup: bytes('21 09 91 02 00 00 02 00'), data: bytes('91 80') },
    },
    { kind: 'submit', seqnum: 4, direction: 'out', endpoint: 1, length: 3, setup: none, data: bytes('96 00 02') },
    { kind: 'submit', seqnum: 3, direction: 'in', endpoint: 1, length: 64, setup: none, data: new Uint8Array() },
    { kind: 'unlink', seqnum: 6, victim: 3 },
  ]);
});

test('however TCP splits or merges them', () => {
  const stream = joined(...conversation);
  const whole = cut([stream]);
  fc.assert(
    fc.property(fc.array(fc.nat(stream.length), { maxLength: 60 }), (cuts) => {
      const places = [0, ...cuts.sort((a, b) => a - b), stream.length];
      const chunks = places.slice(1).map((end, index) => stream.slice(places[index], end));
      expect(cut(chunks)).toEqual(whole);
    }),
  );
  expect(cut(Array.from(stream, (byte) => Uint8Array.of(byte)))).toEqual(whole);
});

test('what has been cut is not changed by what comes later', () => {
  const chunk = joined(importOf('1-1'), out(2, bytes('96 00 02')));
  const [, submitted] = cut([chunk]);
  chunk.fill(0xee);
  expect(submitted).toMatchObject({ data: bytes('96 00 02') });
});

test('garbage is an error or waits for more, and never anything else', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 80 }), { maxLength: 8 }), fc.boolean(), (chunks, owns) => {
      const errors: unknown[] = [];
      from(owns ? [importOf('1-1'), ...chunks] : chunks)
        .pipe(requests())
        .subscribe({ error: (error) => errors.push(error) });
      for (const error of errors) expect(error).toMatchObject({ code: 'protocol' });
    }),
  );
});
