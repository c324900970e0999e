import { defer, lastValueFrom, map, NEVER, Observable, of, Subject, switchMap, throwError, timer } from 'rxjs';
import { describe, expect, test } from 'vitest';
import { virtual } from '../test/virtual.ts';
import { LcdError } from './errors.ts';
import { transferQueue } from './transfer-queue.ts';
import type { Completion, Transport } from './types.ts';

const packet = (byte: number) => Uint8Array.of(byte);
const done = (sent: Uint8Array): Completion => ({ packet: sent, bytes: sent.length });
const numbers = (completions: Observable<Completion>) => completions.pipe(map(({ packet: [byte] }) => String(byte)));

/** A device that needs 2 ms for each packet; `answer` says how a packet ends instead. */
function device(answer: (sent: Uint8Array) => Observable<Completion> = (sent) => timer(2).pipe(map(() => done(sent)))) {
  const log: string[] = [];
  let pending = 0;
  const transport: Transport = {
    incoming: NEVER,
    submit: (sent) =>
      new Observable((out) => {
        pending++;
        log.push(`${sent[0]} (${pending} pending)`);
        out.add(() => pending--);
        return answer(sent).subscribe(out);
      }),
  };
  return { transport, log };
}

describe('send', () => {
  test('with one in flight each completion submits the next', () => {
    const { transport, log } = device();
    virtual(({ expectObservable }) => {
      const queue = transferQueue(transport, 1);
      expectObservable(queue.completions.pipe(map(() => '')), '7ms !').toBe('--a-a-a', { a: '' });
      expectObservable(numbers(queue.send([1, 2, 3].map(packet)))).toBe('--1-2-(3|)');
    });
    expect(log).toEqual(['1 (1 pending)', '2 (1 pending)', '3 (1 pending)']);
  });

  test('with two in flight the third goes when the first has gone', () => {
    const { transport, log } = device((sent) => timer(sent[0]! * 2).pipe(map(() => done(sent))));
    virtual(({ expectObservable }) => {
      const queue = transferQueue(transport, 2);
      expectObservable(queue.completions.pipe(map(() => '')), '20ms !').toBe('--a-a---a', { a: '' });
      expectObservable(numbers(queue.send([1, 2, 3].map(packet)))).toBe('--1-2---(3|)');
    });
    expect(log).toEqual(['1 (1 pending)', '2 (2 pending)', '3 (2 pending)']);
  });

  test('packets of several senders go in the order they were sent', () => {
    const { transport } = device();
    virtual(({ expectObservable }) => {
      const queue = transferQueue(transport, 1);
      expectObservable(numbers(queue.completions), '9ms !').toBe('--1-2-3-4');
      expectObservable(numbers(queue.send([1, 2].map(packet)))).toBe('--1-(2|)');
      expectObservable(numbers(queue.send([3, 4].map(packet)))).toBe('------3-(4|)');
    });
  });

  test('no packets are done at once', () =>
    virtual(({ expectObservable }) => {
      const queue = transferQueue(device().transport);
      expectObservable(queue.completions, '2ms !').toBe('');
      expectObservable(queue.send([])).toBe('|');
    }));

  test('leaving takes back what has not gone and lets the one on its way arrive', () => {
    const { transport, log } = device();
    virtual(({ expectObservable }) => {
      const queue = transferQueue(transport, 1);
      expectObservable(numbers(queue.completions), '9ms !').toBe('--1-4');
      expectObservable(numbers(queue.send([1, 2, 3].map(packet))), '-!').toBe('');
      expectObservable(numbers(queue.send([packet(4)]))).toBe('----(4|)');
    });
    expect(log).toEqual(['1 (1 pending)', '4 (1 pending)']);
  });

  test('runs empty and fills again', () => {
    const { transport } = device();
    virtual(({ cold, expectObservable }) => {
      const queue = transferQueue(transport, 2);
      expectObservable(numbers(queue.completions), '30ms !').toBe('--1 9ms 2');
      expectObservable(numbers(queue.send([packet(1)]))).toBe('--(1|)');
      expectObservable(numbers(cold('10ms (x|)').pipe(switchMap(() => queue.send([packet(2)]))))).toBe('12ms (2|)');
    });
  });

  test("the buffer is the queue's own: changing the caller's afterwards changes nothing", async () => {
    const seen: number[] = [];
    const { transport } = device((sent) => {
      seen.push(sent[0]!);
      return of(done(sent));
    });
    const queue = transferQueue(transport);
    const pump = queue.completions.subscribe();
    const buffer = packet(7);
    const sent = lastValueFrom(queue.send([buffer]));
    buffer[0] = 99;
    await sent;
    pump.unsubscribe();
    expect(seen).toEqual([7]);
  });

  test('10,000 packets that are done at once do not overflow the stack', async () => {
    const { transport, log } = device((sent) => of(done(sent)));
    const queue = transferQueue(transport, 1);
    const pump = queue.completions.subscribe();
    const last = await lastValueFrom(queue.send(Array.from({ length: 10_000 }, (_, index) => packet(index % 251))));
    pump.unsubscribe();
    expect(log.length).toBe(10_000);
    expect(last.packet).toEqual(packet(9_999 % 251));
  });
});

describe('failure and closing', () => {
  const broken = new LcdError('disconnected', 'unplugged');

  test('a failed packet fails its sender, the pump and all who wait; nothing more is submitted', () => {
    const { transport, log } = device(() =>
      timer(2).pipe(
        map(() => {
          throw broken;
        }),
      ),
    );
    virtual(({ expectObservable }) => {
      const queue = transferQueue(transport, 1);
      expectObservable(queue.completions).toBe('--#', undefined, broken);
      expectObservable(queue.send([1, 2].map(packet))).toBe('--#', undefined, broken);
      expectObservable(queue.send([packet(3)])).toBe('--#', undefined, broken);
    });
    expect(log).toEqual(['1 (1 pending)']);
  });

  test('closing fails whoever waits', () =>
    virtual(({ expectObservable }) => {
      const queue = transferQueue(device(() => NEVER).transport, 1);
      expectObservable(queue.completions, '--!').toBe('');
      expectObservable(queue.send([1, 2].map(packet))).toBe(
        '--#',
        undefined,
        new LcdError('disconnected', 'the queue is closed'),
      );
    }));

  test('sending while nobody pumps fails at once', () =>
    virtual(({ expectObservable }) => {
      const queue = transferQueue(device().transport);
      expectObservable(queue.send([packet(1)])).toBe(
        '#',
        undefined,
        new LcdError('disconnected', 'the queue is closed'),
      );
    }));

  test('can be pumped again after a failure', async () => {
    let fail = true;
    const { transport } = device((sent) => (fail ? throwError(() => broken) : of(done(sent))));
    const queue = transferQueue(transport);
    const errors: unknown[] = [];
    queue.completions.subscribe({ error: (error) => errors.push(error) });
    await expect(lastValueFrom(queue.send([packet(1)]))).rejects.toBe(broken);
    expect(errors).toEqual([broken]);
    fail = false;
    const pump = queue.completions.subscribe();
    expect((await lastValueFrom(queue.send([packet(2)]))).packet).toEqual(packet(2));
    pump.unsubscribe();
  });
});

describe('request', () => {
  const version = ([report, major]: Uint8Array) => (report === 0xf1 ? major : undefined);
  const query = packet(0xf1);

  /** Answers `after` ms after the question has gone, and talks in between. */
  function talker(after: number) {
    const incoming = new Subject<Uint8Array>();
    const order: string[] = [];
    const transport: Transport = {
      incoming: new Observable((out) => {
        order.push('listening');
        return incoming.subscribe(out);
      }),
      submit: (sent) =>
        new Observable((out) => {
          order.push('sent');
          out.add(timer(1).subscribe(() => incoming.next(Uint8Array.of(0x11, 5))));
          timer(after).subscribe(() => incoming.next(Uint8Array.of(0xf1, sent.length + 2)));
          out.next(done(sent));
          out.complete();
        }),
    };
    return { transport, order };
  }

  test('listens first, then sends; other packets pass by', () => {
    const { transport, order } = talker(3);
    virtual(({ expectObservable }) => {
      const queue = transferQueue(transport);
      expectObservable(queue.completions.pipe(map(() => 'c')), '9ms !').toBe('c');
      expectObservable(queue.request(query, version, 10)).toBe('---(a|)', { a: 3 });
    });
    expect(order).toEqual(['listening', 'sent']);
  });

  test('an answer that comes before the sending has ended counts', () => {
    const incoming = new Subject<Uint8Array>();
    const transport: Transport = {
      incoming,
      submit: (sent) =>
        defer(() => {
          incoming.next(Uint8Array.of(0xf1, 8));
          return of(done(sent));
        }),
    };
    virtual(({ expectObservable }) => {
      const queue = transferQueue(transport);
      expectObservable(numbers(queue.completions), '9ms !').toBe('x', { x: '241' });
      expectObservable(queue.request(query, version, 10)).toBe('(a|)', { a: 8 });
    });
  });

  test('a silent device is a timeout, and the queue goes on', () =>
    virtual(({ expectObservable }) => {
      const queue = transferQueue(device().transport);
      expectObservable(numbers(queue.completions), '30ms !').toBe('--x-y', { x: '241', y: '5' });
      expectObservable(queue.request(query, version, 10)).toBe(
        '10ms #',
        undefined,
        new LcdError('timeout', 'the device has not answered within 10 ms'),
      );
      expectObservable(numbers(queue.send([packet(5)]))).toBe('----(5|)');
    }));

  test('when the sending fails the wait is taken back', () => {
    const broken = new LcdError('disconnected', 'unplugged');
    const incoming = new Subject<Uint8Array>();
    const transport: Transport = {
      incoming,
      submit: () =>
        timer(2).pipe(
          map(() => {
            throw broken;
          }),
        ),
    };
    virtual(({ expectObservable }) => {
      const queue = transferQueue(transport);
      expectObservable(queue.completions).toBe('--#', undefined, broken);
      expectObservable(queue.request(query, version, 10)).toBe('--#', undefined, broken);
    });
    expect(incoming.observed).toBe(false);
  });

  test('one at a time: the second is asked when the first has its answer', () => {
    const { transport, order } = talker(3);
    virtual(({ expectObservable }) => {
      const queue = transferQueue(transport, 2);
      expectObservable(queue.completions.pipe(map(() => 'c')), '20ms !').toBe('c--c');
      expectObservable(queue.request(query, version, 10)).toBe('---(a|)', { a: 3 });
      expectObservable(queue.request(query, version, 10)).toBe('------(a|)', { a: 3 });
    });
    expect(order).toEqual(['listening', 'sent', 'listening', 'sent']);
  });

  test('an asker who leaves makes room for the next', () => {
    const { transport, order } = talker(5);
    virtual(({ expectObservable }) => {
      const queue = transferQueue(transport, 2);
      expectObservable(queue.completions.pipe(map(() => 'c')), '20ms !').toBe('c-c');
      expectObservable(queue.request(query, version, 10), '--!').toBe('');
      expectObservable(queue.request(query, version, 10)).toBe('-----(a|)', { a: 3 });
    });
    expect(order).toEqual(['listening', 'sent', 'listening', 'sent']);
  });
});
