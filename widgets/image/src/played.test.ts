import { shotsOf } from '@lcdflow/testkit';
import { map } from 'rxjs';
import { expect, test } from 'vitest';
import { played } from './played.ts';

/** How many pictures are decoded and scaled in ten rounds of three. */
function decodedWith(cells: number): readonly number[] {
  let [asked, drawn] = [0, 0];
  const play = () => () => ({ width: ++asked, height: 1, rgba: new Uint8Array(4) });
  const animation = { delays: [10, 10, 10], loops: 10, play };
  const draw = () => {
    drawn++;
    return () => {};
  };
  const shots = shotsOf(played(animation, draw, cells).pipe(map(() => '')), 1000);
  return [shots.length, asked, drawn];
}

test('small animations are decoded once, large ones as they are shown', () => {
  expect(decodedWith(1000)).toEqual([30, 3, 3]);
  expect(decodedWith(1_000_000)).toEqual([30, 30, 30]);
});
