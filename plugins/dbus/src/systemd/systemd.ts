import type { Message } from '@jellybrick/dbus-next';
import {
  type Attempt,
  DESCRIBED_AGE,
  defineSource,
  KEEP_OPTION,
  keepReadings,
  LcdError,
  type OptionsOf,
  oneAtATime,
  revive,
} from '@lcdflow/core';
import { concatMap, map, type Observable, of, tap } from 'rxjs';
import { BETWEEN_SURVEYS } from '../between-surveys.ts';
import { ADDRESS_OPTION } from '../bus/address.ts';
import { type Bus, onBus } from '../bus/bus.ts';
import { problemOf } from '../problem-of.ts';
import { RULES, subscribed, survey } from './units.ts';

const OPTIONS = {
  type: 'object',
  properties: {
    units: {
      type: 'array',
      items: { type: 'string', pattern: '^[A-Za-z0-9:_.\\\\@-]{1,255}$' },
      maxItems: 100,
      default: [],
      description: 'Units to tell more of, such as nginx or backup.timer, in this order.',
    },
    user: { type: 'boolean', default: false, description: "The user's own units on the session bus." },
    address: ADDRESS_OPTION,
    keep: KEEP_OPTION,
  },
  additionalProperties: false,
} as const;

const plain = (meaning: string) => ({ unit: '', meaning });

/** The state of systemd and its units. */
export const systemd = defineSource({
  name: 'systemd',
  meaning: 'The state of systemd and its units, over D-Bus.',
  options: OPTIONS,
  describe: {
    state: plain('`running`, `degraded` when a unit has failed, `starting`, `maintenance`, `stopping` …'),
    failed: plain('How many units have failed.'),
    jobs: plain('How many jobs wait or run.'),
    'failedUnits[]': plain('The names of units that have failed, at most 100.'),
    'units[].name': plain('The name of unit 0, 1, 2 … of the option `units`.'),
    'units[].description': plain('Its title.'),
    'units[].load': plain('`loaded`, `not-found`, `masked` …'),
    'units[].active': plain('`active`, `inactive`, `failed`, `activating`, `deactivating` or `reloading`.'),
    'units[].sub': plain('The same in the words of its kind: `running`, `exited`, `waiting`, `mounted` …'),
    'units[].since': { unit: 'ms', meaning: 'Since when: milliseconds since 1970.' },
    ...DESCRIBED_AGE,
  },
  read: (options, context) =>
    followed(options).pipe(revive(problemOf), keepReadings({ name: 'systemd', keep: options.keep, context })),
});

const followed = ({ units, user, address }: OptionsOf<typeof OPTIONS>): Observable<Attempt> =>
  onBus({ bus: user ? 'session' : 'system', address }, (bus) =>
    changes(bus).pipe(oneAtATime(() => survey(bus, units).pipe(map((readings) => ({ readings }))), BETWEEN_SURVEYS)),
  );

/** When it listens, it asks the manager for signals, and then there is something to survey. */
const changes = (bus: Bus): Observable<unknown> =>
  bus.signals(RULES).pipe(
    tap(mustStay),
    concatMap((message) => (message === undefined ? subscribed(bus) : of(message))),
  );

/** One that comes back, or takes the place of another, has forgotten who listens. */
function mustStay(message: Message | undefined): void {
  if (message?.member === 'NameOwnerChanged') throw new LcdError('disconnected', 'systemd has left the bus');
}
