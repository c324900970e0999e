import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import {
  concat,
  defer,
  EMPTY,
  finalize,
  ignoreElements,
  lastValueFrom,
  map,
  type Observable,
  of,
  Subject,
  takeUntil,
  throwError,
  timer,
} from 'rxjs';
import { describe, expect, test } from 'vitest';
import { virtual } from '../test/virtual.ts';
import { blankFrame, copyArea } from './frame.ts';
import { present } from './present.ts';
import type { Display, Frame, Rect } from './types.ts';

/** A frame of letters; a display of one row shows them. */
const letters = (text: string): Frame => ({
  width: text.length,
  height: 1,
  cells: Uint32Array.from(text, (letter) => letter.charCodeAt(0)),
});
const textOf = ({ width, x }: Rect, { cells }: Frame) => String.fromCharCode(...cells.subarray(x, x + width));

/** One tile for each letter; a write takes 2 ms and is logged as what it shows. */
function panel(width: number, more: Partial<Display> = {}) {
  const glass = blankFrame({ width, height: 1 }, 0x20);
  const writes: string[] = [];
  const display: Display = {
    width,
    height: 1,
    cell: 'character',
    tile: { width: 1, height: 1 },
    write: (frame, area) =>
      defer(() => {
        writes.push(`${area.x}${textOf(area, frame)}`);
        copyArea(frame, glass, area);
        return timer(2);
      }),
    ...more,
  };
  return { display, glass, writes };
}
const places = (areas: Observable<Rect>) => areas.pipe(map(({ x }) => String(x)));

describe('present', () => {
  test('never: nothing is written', () => {
    const { display, writes } = panel(2);
    virtual(({ cold, expectObservable }) => expectObservable(present(display, cold('-'))).toBe('-'));
    expect(writes).toEqual([]);
  });

  test('empty: completes', () =>
    virtual(({ cold, expectObservable }) => expectObservable(present(panel(2).display, cold('--|'))).toBe('--|')));

  test('one frame: every area once, then it completes', () => {
    const { display, writes } = panel(3);
    virtual(({ cold, expectObservable }) =>
      expectObservable(places(present(display, cold('(a|)', { a: letters('abc') })))).toBe('--0-1-(2|)'),
    );
    expect(writes).toEqual(['0a', '1b', '2c']);
  });

  test('nothing changed: nothing is written', () => {
    const { display, writes } = panel(2);
    virtual(({ cold, expectObservable }) =>
      expectObservable(
        places(present(display, cold('a----bc', { a: letters('ab'), b: letters('ab'), c: letters('ab') }))),
      ).toBe('--0-1'),
    );
    expect(writes).toEqual(['0a', '1b']);
  });

  test('the newest frame wins area by area; what was overtaken is never written', () => {
    const { display, writes } = panel(4);
    virtual(({ cold, expectObservable }) =>
      expectObservable(
        places(present(display, cold('a-bc', { a: letters('aaaa'), b: letters('bbbb'), c: letters('cccc') }))),
      ).toBe('--0-1-2-3-0-1'),
    );
    expect(writes).toEqual(['0a', '1b', '2c', '3c', '0c', '1c']);
  });

  test('of frames that come at the same moment only the last is written', () => {
    const { display, writes } = panel(2);
    const frames = { a: letters('aa'), b: letters('bb'), c: letters('cc') };
    virtual(({ cold, expectObservable }) =>
      expectObservable(places(present(display, cold('(abc)', frames)))).toBe('--0-1'),
    );
    expect(writes).toEqual(['0c', '1c']);
  });

  test('a busy area does not starve the others', () => {
    const { display, writes } = panel(3);
    const frames = { a: letters('1xx'), b: letters('2xx'), c: letters('3xx'), d: letters('4xx') };
    virtual(({ cold, expectObservable }) =>
      expectObservable(places(present(display, cold('a-b-c-d', frames)))).toBe('--0-1-2-0'),
    );
    expect(writes).toEqual(['01', '1x', '2x', '04']);
  });

  test('two ahead: two writes are on the way, also when a frame comes while only one is', () => {
    const log: string[] = [];
    let pending = 0;
    const { display } = panel(3, {
      ahead: 2,
      write: (_, { x }) =>
        defer(() => {
          log.push(`${x} (${++pending})`);
          return timer(x === 0 ? 2 : 5).pipe(finalize(() => pending--));
        }),
    });
    const frames = { a: letters('aab'), b: letters('xab'), c: letters('yzz') };
    virtual(({ cold, expectObservable }) => {
      expectObservable(present(display, cold('a------bc', frames)).pipe(ignoreElements()), '30ms !').toBe('');
    });
    expect(log).toEqual(['0 (1)', '1 (2)', '2 (2)', '0 (2)', '1 (2)', '2 (2)', '0 (2)']);
  });

  test('an error of a write is the error of all', () => {
    const broken = new Error('broken');
    const { display } = panel(2, {
      write: () =>
        concat(
          timer(2).pipe(ignoreElements()),
          throwError(() => broken),
        ),
    });
    virtual(({ cold, expectObservable }) =>
      expectObservable(present(display, cold('a', { a: letters('ab') }))).toBe('--#', undefined, broken),
    );
  });

  test('a write that throws is an error', () => {
    const broken = new Error('broken');
    const { display } = panel(2, {
      write: () => {
        throw broken;
      },
    });
    virtual(({ cold, expectObservable }) =>
      expectObservable(present(display, cold('a', { a: letters('ab') }))).toBe('#', undefined, broken),
    );
  });

  test('an error of the frames is an error', () =>
    virtual(({ cold, expectObservable }) => expectObservable(present(panel(2).display, cold('--#'))).toBe('--#')));

  test('unsubscribing stops', () => {
    const { display, writes } = panel(3);
    virtual(({ cold, expectObservable }) =>
      expectObservable(places(present(display, cold('a', { a: letters('abc') }))), '---!').toBe('--0'),
    );
    expect(writes).toEqual(['0a', '1b']);
  });

  test('each subscription starts with an unknown glass', () => {
    const { display, writes } = panel(1);
    virtual(({ cold, expectObservable }) => {
      const again = present(display, cold('(a|)', { a: letters('a') }));
      expectObservable(places(again)).toBe('--(0|)');
      expectObservable(places(again)).toBe('--(0|)');
    });
    expect(writes).toEqual(['0a', '0a']);
  });

  test('a display that is done at once shows 10,000 areas without overflowing the stack', async () => {
    let count = 0;
    const display: Display = {
      width: 100,
      height: 100,
      cell: 'pixel',
      tile: { width: 1, height: 1 },
      write: () =>
        defer(() => {
          count++;
          return of(0);
        }),
    };
    await lastValueFrom(present(display, of(blankFrame(display))));
    expect(count).toBe(10_000);
  });

  test('a completion that comes while the next frame is painted is not lost', async () => {
    const done = new Subject<void>();
    const { display, writes } = panel(1, {
      write: (frame, area) =>
        defer(() => {
          writes.push(textOf(area, frame));
          return done.pipe(takeUntil(done));
        }),
    });
    const frames = new Subject<Frame>();
    const running = present(display, frames).subscribe();
    const turn = () => new Promise((resolve) => setImmediate(resolve));
    for (const letter of 'abcd') {
      frames.next(letters(letter));
      done.next();
      await turn();
    }
    done.next();
    await turn();
    running.unsubscribe();
    expect(writes.at(-1)).toBe('d');
  });
});

/** The heap in MB after cleaning up. */
function weighed(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed / 1e6;
}

test('nothing is kept of frames that have been shown', async () => {
  const frames = new Subject<Frame>();
  const { display } = panel(1, { write: () => EMPTY });
  const shown: Rect[] = [];
  const showing = present(display, frames).subscribe((area) => (shown[0] = area));
  const showMany = async (count: number): Promise<void> => {
    for (let frame = 0; frame < count; frame++) {
      frames.next(letters('ab'[frame % 2]!));
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  await showMany(5_000);
  const before = weighed();
  await showMany(20_000);
  // If 200 bytes were kept of each, it would be 4 MB.
  expect(weighed() - before).toBeLessThan(1);
  expect(shown).toHaveLength(1);
  showing.unsubscribe();
});
