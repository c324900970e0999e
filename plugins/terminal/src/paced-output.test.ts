import { asapScheduler } from 'rxjs';
import { expect, test } from 'vitest';
import { PacedOutput } from './paced-output.ts';

const turn = () => new Promise<void>((resolve) => asapScheduler.schedule(() => resolve()));

/** An output that tells when the test wants that a text has gone. */
function held() {
  const pictures = { newest: '' };
  const written: string[] = [];
  const events: string[] = [];
  let done: (error?: Error) => void = () => undefined;
  const paced = new PacedOutput(
    (text, told) => {
      written.push(text);
      done = told;
    },
    () => pictures.newest,
  );
  const ask = (picture: string) => {
    pictures.newest = picture;
    paced.request({ done: () => events.push(`${picture} done`), failed: (error) => events.push(error.message) });
  };
  return { ask, written, events, paced, done: (error?: Error) => done(error) };
}

test('what is asked for in one turn goes together', async () => {
  const { ask, written, events, done } = held();
  ask('a');
  ask('b');
  expect(written).toEqual([]);
  await turn();
  expect(written).toEqual(['b']);
  expect(events).toEqual([]);
  done();
  expect(events).toEqual(['a done', 'b done']);
});

test('while a text is on its way only the newest picture waits', async () => {
  const { ask, written, events, done } = held();
  ask('a');
  await turn();
  ask('b');
  ask('c');
  await turn();
  expect(written).toEqual(['a']);
  done();
  await turn();
  expect(written).toEqual(['a', 'c']);
  expect(events).toEqual(['a done']);
  done();
  await turn();
  expect(written).toEqual(['a', 'c']);
  expect(events).toEqual(['a done', 'b done', 'c done']);
});

test('nothing to write is done at once, and a failed write is told to those who wait', async () => {
  const { ask, written, events, done } = held();
  ask('');
  await turn();
  expect(written).toEqual([]);
  ask('a');
  await turn();
  done(new Error('gone'));
  expect(events).toEqual([' done', 'gone']);
});
