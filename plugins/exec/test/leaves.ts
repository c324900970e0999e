// A program that shows what a command prints, says what that was, and leaves without a word.
import { concat, NEVER, of } from 'rxjs';
import commands from '../src/index.ts';

const [source] = commands().sources!;
const options = {
  ...{ command: 'trap "" TERM; echo $$; sleep 1000', shell: true, every: '1s', follow: true },
  ...{ timeout: '1s', most: 100, accept: [0], folder: '.' },
};
const log = { debug: console.error, info: console.error, warn: console.error, error: console.error };
source!.read(options as never, { ticks: () => concat(of(0), NEVER), log }).subscribe(({ text }) => {
  console.log(text);
  process.exit();
});
