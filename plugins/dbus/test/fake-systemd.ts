import { Message, type MessageBus, Variant } from '@jellybrick/dbus-next';
import type { Daemon } from './daemon.ts';

const NAME = 'org.freedesktop.systemd1';
const PATH = '/org/freedesktop/systemd1';

/** A unit as the manager keeps it. */
export interface FakeUnit {
  load: string;
  active: string;
  sub: string;
  /** µs since 1970 */
  since: bigint;
}

// The manager's side of org.freedesktop.systemd1(5), as far as it is asked: units are told as (ssssssouso).

/** systemd on a bus of this test. It sends signals only to those who have asked for them. */
export interface FakeSystemd {
  readonly bus: MessageBus;
  readonly units: Map<string, FakeUnit>;
  readonly asked: string[];
  system: { state: string; jobs: number };
  /** Errors in place of answers, by method. */
  readonly refused: Map<string, string>;
  /** A unit changes as systemd tells it. */
  change(name: string, changed: Partial<FakeUnit>): void;
  signal(path: string, of: string, member: string, signature?: string, body?: unknown[]): void;
  leave(): void;
}

const escaped = (name: string) =>
  `${PATH}/unit/${name.replace(/[^A-Za-z0-9]/g, (letter) => `_${letter.charCodeAt(0).toString(16)}`)}`;

export async function fakeSystemd(daemon: Daemon): Promise<FakeSystemd> {
  const bus = await daemon.join(NAME);
  let hasListener = false;
  const manager: FakeSystemd = {
    ...{ bus, units: new Map(), asked: [], system: { state: 'running', jobs: 0 }, refused: new Map() },
    change: (name, changed) => {
      Object.assign(manager.units.get(name)!, changed);
      const properties = { ActiveState: new Variant('s', manager.units.get(name)!.active) };
      const body = [`${NAME}.Unit`, properties, []];
      manager.signal(escaped(name), 'org.freedesktop.DBus.Properties', 'PropertiesChanged', 'sa{sv}as', body);
    },
    signal: (path, of, member, signature = '', body = []) => {
      if (hasListener) bus.send(Message.newSignal(path, of, member, signature, body));
    },
    leave: () => bus.disconnect(),
  };
  bus.addMethodHandler((message: Message) => {
    manager.asked.push(message.member);
    if (message.member === 'Subscribe') hasListener = true;
    bus.send(answerTo(message, manager));
    return true;
  });
  return manager;
}

function answerTo(message: Message, manager: FakeSystemd): Message {
  const { newError, newMethodReturn } = Message;
  const { units, refused } = manager;
  const error = refused.get(message.member);
  if (error !== undefined) return newError(message, error, 'a text that nobody shows');
  const [first, second] = message.body as [string | string[], string];
  const told = (names: readonly string[]) => [names.map((name) => listed(name, units.get(name)))];
  switch (message.member) {
    case 'Subscribe':
      return newMethodReturn(message);
    case 'ListUnitsByNames':
      return newMethodReturn(message, 'a(ssssssouso)', told(first as string[]));
    case 'ListUnitsFiltered': {
      const names = [...units].flatMap(([name, { active }]) => (first.includes(active) ? [name] : []));
      return newMethodReturn(message, 'a(ssssssouso)', told(names));
    }
    case 'Get':
      return newMethodReturn(message, 'v', [property(message.path, second, manager)]);
    default:
      return newError(message, 'org.freedesktop.DBus.Error.UnknownMethod', message.member);
  }
}

const listed = (name: string, unit: FakeUnit | undefined) => {
  const { load = 'not-found', active = 'inactive', sub = 'dead' } = unit ?? {};
  return [name, unit ? `The ${name}` : name, load, active, sub, '', escaped(name), 0, '', '/'];
};

function property(path: string, name: string, { units, system }: FakeSystemd) {
  const [, unit] = [...units].find(([one]) => escaped(one) === path) ?? [];
  const failed = [...units.values()].filter(({ active }) => active === 'failed').length;
  const values: Record<string, Variant> = {
    SystemState: new Variant('s', system.state),
    NFailedUnits: new Variant('u', failed),
    NJobs: new Variant('u', system.jobs),
    StateChangeTimestamp: new Variant('t', unit?.since ?? 0n),
  };
  return values[name]!;
}
