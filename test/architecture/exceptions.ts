/** A file that a rule does not hold for, and why. One that is not needed any more is a failure, too. */
export type Exceptions = Readonly<Record<string, string>>;

/** The one place where the program is subscribed. */
export const MAIN = 'packages/cli/src/main.ts';

/** Operators of our own, which subscribe to what they drive as those of rxjs do, and let go of it with their subscriber. */
const OPERATORS: Exceptions = {
  'packages/core/src/lane.ts': 'one observer for each packet, where a chain of operators takes three times as much',
  'packages/core/src/newest-of.ts': 'one observer for each widget of a page that turns up, where there were six',
  'packages/core/src/present.ts': 'the same as lane.ts for each area',
  'packages/emulator/src/usbip/transfers.ts': 'the same for each transfer',
  'plugins/crystalfontz/src/acknowledged.ts': 'the same for each packet and its answer',
};

/** Product files that subscribe beside the one in `MAIN`. */
export const SUBSCRIBING: Exceptions = {
  ...OPERATORS,
  'packages/testkit/src/source-bench.ts': 'for tests only: a watcher is stopped with its test',
  'packages/testkit/src/widget-proof-film.ts': 'for tests only: a film is over when the function returns',
  'packages/testkit/src/conformance/virtual-time.ts': 'for tests only: virtual time is over when the function returns',
};

/** Product files that ask for the time themselves. */
export const CLOCKS: Exceptions = {
  'packages/cli/src/cost.ts': 'how long work takes is what it tells',
  'packages/core/src/clock.ts': 'it is the clock',
  'packages/core/src/pace.ts': 'when the next frame is due; virtual time rules it, for the scheduler is asked',
  'packages/emulator/src/out-endpoint.ts': 'service intervals of the emulated bus',
  'packages/emulator/src/traced.ts': 'the times in a trace',
  'packages/serial/src/out-line.ts': 'when a line has sent what the kernel has taken: nobody else can tell',
  'plugins/calendar/src/turns.ts':
    'when others have their turn while a large calendar is read: what is read does not change',
  'plugins/ping/src/tcp.ts': 'how long a connection takes is what it measures',
  'packages/testkit/src/widget-proof.ts': 'for tests only: the clock that a widget gets',
};

/** Product files of more than 200 lines and tests of more than 300. */
export const LARGE: Exceptions = {
  'packages/core/src/types.ts': 'the contract is one file',
};

/** Folders of tables of data. */
export const DATA = ['packages/core/src/fonts/data/', 'widgets/icon/src/data/'];

/** Product functions of more than 40 lines. */
export const LONG: Exceptions = {};

/** Imports that the table does not have. */
export const IMPORTS: Exceptions = {
  'packages/emulator/src/usbip/tcp.ts': 'lends emulated devices to other programs: the one place with a socket',
  'packages/core/src/fonts/font-data.test.ts': 'its font data are made by scripts/fonts',
};

/** Ways round that are allowed: none. */
export const CYCLES: Exceptions = {};

/** Files that name a place of one machine. */
export const PLACES: Exceptions = {};

/** What of `found` no exception covers, and which exceptions cover nothing. */
export function beyond(found: readonly string[], exceptions: Exceptions): readonly string[] {
  const covers = (path: string, place: string): boolean =>
    place === path || (/^[: ]/.test(place.slice(path.length)) && place.startsWith(path));
  const allowed = Object.keys(exceptions);
  return [
    ...found.filter((place) => !allowed.some((path) => covers(path, place))),
    ...allowed
      .filter((path) => !found.some((place) => covers(path, place)))
      .map((path) => `${path} needs no exception`),
  ];
}
