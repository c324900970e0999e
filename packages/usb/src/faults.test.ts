import fc from 'fast-check';
import { from, mergeMap } from 'rxjs';
import { afterEach, expect, test, vi } from 'vitest';
import { LONG, packet, pass, watch, workbench } from '../test/bench.ts';

afterEach(() => void vi.useRealTimers());

const COUNT = 12;
const NUMBERS = Array.from({ length: COUNT }, (_, index) => index + 1);

/** The order in which each packet was last seen. */
const lastSeen = (wire: readonly Uint8Array[]): number[] => {
  const last = new Map(wire.map(([byte], place) => [byte!, place]));
  return [...last.keys()].sort((one, other) => last.get(one)! - last.get(other)!);
};

test('whatever fails, all packets complete once and in order, and the last of each arrives in order', () => {
  const answer = fc.oneof(
    { weight: 3, arbitrary: fc.constant('ok' as const) },
    fc.constantFrom('stall' as const, 'error' as const),
  );
  const faults = fc.record({
    answers: fc.array(answer, { maxLength: 10 }).filter((list) => list.filter((one) => one !== 'ok').length <= 3),
    depth: fc.integer({ min: 1, max: 4 }),
    cancelling: fc.integer({ min: 0, max: 40 }),
    unstoppable: fc.boolean(),
    report: fc.array(fc.nat(200), { maxLength: 5 }),
    closeAt: fc.integer({ min: 0, max: 3_000 }),
  });
  fc.assert(
    fc.property(faults, ({ answers, depth, cancelling, unstoppable, report, closeAt }) => {
      vi.useFakeTimers();
      const { usb, opened, log } = workbench();
      const device = Object.assign(usb.plug(), { cancelling, unstoppable });
      device.answers.push(...answers);
      const { transport, ends, close } = opened();
      const incoming = watch(transport.incoming);
      const seen = watch(from(NUMBERS).pipe(mergeMap((number) => transport.submit(packet(number)), depth)));
      for (const ms of report) {
        pass(ms);
        device.report([ms]);
      }
      pass(closeAt);
      const finished = seen.ends.length > 0;
      const completed = seen.values.map((completion) => completion.packet[0]);
      expect(completed).toEqual(NUMBERS.slice(0, completed.length));
      if (finished) expect(lastSeen(device.wire)).toEqual(NUMBERS);
      else expect(seen.values.length).toBeLessThan(COUNT);
      close();
      pass(LONG);
      expect(incoming.values).toHaveLength(report.length - device.missed);
      expect(seen.ends).toEqual([finished ? '|' : 'disconnected: the connection is closed']);
      expect([ends, device.waiting.size, device.isOpen, usb.swallowed]).toEqual([[], 0, false, []]);
      expect([vi.getTimerCount(), device.missed]).toEqual([0, 0]);
      if (!unstoppable) expect([device.broken, log.warnings]).toEqual([[], []]);
    }),
    { numRuns: 300 },
  );
});
