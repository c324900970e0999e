import { networkInterfaces } from 'node:os';
import { defineSource, LcdError } from '@lcdflow/core';
import { ignoreElements, map, merge, tap } from 'rxjs';
import { choice } from './choice.ts';
import { bytes, bytesPerSecond, everyOption, plain } from './describe.ts';
import type { Files } from './files.ts';
import { type Counters, growthSinceLast, isCount, perSecond, sumOfKnown } from './growth.ts';
import { type AskAddresses, factFinder, type InterfaceFacts } from './interface-facts.ts';
import { period, poll } from './poll.ts';
import { pollSlowly } from './poll-slowly.ts';

type InterfaceCounters = Counters<'received' | 'transmitted'>;

const options = {
  type: 'object',
  properties: {
    interface: {
      type: 'string',
      minLength: 1,
      description: 'A network interface; all physical ones together when left out.',
      examples: ['eth0', 'wlan0'],
    },
    every: everyOption('1s'),
  },
  additionalProperties: false,
} as const;

const describe = {
  receive: bytesPerSecond('Bytes received in a second, over the time since the measurement before.'),
  transmit: bytesPerSecond('Bytes transmitted in a second, over the time since the measurement before.'),
  received: bytes('Bytes received since the interface appeared.'),
  transmitted: bytes('Bytes transmitted since the interface appeared.'),
  address: plain('IPv4 address; of several interfaces that of the first one that has any.'),
  address6: plain('IPv6 address that is good beyond its own network.'),
  link: plain('Whether there is a link, on any of them; no value where the kernel does not know.'),
  speed: { unit: 'bit/s', meaning: 'Speed of the link, of several interfaces that of the fastest one.' },
  'interfaces[].name': plain('Name of an interface; all but loopback are in the table, those that count first.'),
  'interfaces[].receive': bytesPerSecond('As `receive`, of this one.'),
  'interfaces[].transmit': bytesPerSecond('As `transmit`, of this one.'),
  'interfaces[].received': bytes('As `received`, of this one.'),
  'interfaces[].transmitted': bytes('As `transmitted`, of this one.'),
  'interfaces[].address': plain('Its IPv4 address.'),
  'interfaces[].address6': plain('Its IPv6 address.'),
  'interfaces[].link': plain('Whether it has a link.'),
  'interfaces[].speed': { unit: 'bit/s', meaning: 'Speed of its link.' },
};

/** How often (ms) addresses and links are looked at, at most. */
const SELDOM = 5000;

/** What goes over the network, from /proc/net/dev; addresses from node:os, links from /sys/class/net. */
export const network = (files: Files, askAddresses: AskAddresses = networkInterfaces) =>
  defineSource({
    name: 'network',
    meaning: 'What goes over the network.',
    options,
    describe,
    read: ({ interface: wanted, every }, context) => {
      const grow = growthSinceLast<keyof InterfaceCounters>();
      const choose = choice((names) => (wanted === undefined ? physicalInterfaces(files, names) : only(wanted, names)));
      const ask = factFinder(files, askAddresses);
      const seldom = `${Math.max(SELDOM, period(every))}ms`;
      let names: readonly string[] = [];
      let facts: ReadonlyMap<string, InterfaceFacts> = new Map();
      const learn = () =>
        ask(names).pipe(
          tap((found) => {
            facts = found;
          }),
          map(() => ({})),
        );
      const learning = pollSlowly({ name: 'network', every: seldom, context }, learn, Number.POSITIVE_INFINITY);
      const measuring = poll({ name: 'network', every, context, twice: true }, (now) => {
        const counters = parseNetDev(files.text('/proc/net/dev'));
        const { seconds, grown } = grow(now, counters);
        const all = [...counters.keys()];
        const chosen = choose(all);
        names = [...new Set([...chosen, ...all])];
        const readingsOf = (name: string) => interfaceReadings(name, counters, grown, seconds, facts);
        return {
          ...together(chosen.map(readingsOf)),
          interfaces: names.filter((name) => name !== 'lo').map(readingsOf),
        };
      });
      // First who there is, then what they are.
      return merge(measuring, learning.pipe(ignoreElements()));
    },
  });

function interfaceReadings(
  name: string,
  counters: ReadonlyMap<string, InterfaceCounters>,
  grown: ReadonlyMap<string, InterfaceCounters>,
  seconds: number | undefined,
  facts: ReadonlyMap<string, InterfaceFacts>,
) {
  const { address, address6, link, speed } = facts.get(name) ?? ({} as Partial<InterfaceFacts>);
  return {
    name,
    receive: perSecond(grown.get(name)?.received, seconds),
    transmit: perSecond(grown.get(name)?.transmitted, seconds),
    received: counters.get(name)?.received,
    transmitted: counters.get(name)?.transmitted,
    ...{ address, address6, link, speed },
  };
}

type InterfaceReadings = ReturnType<typeof interfaceReadings>;

function together(chosen: readonly InterfaceReadings[]) {
  const sum = (key: 'receive' | 'transmit' | 'received' | 'transmitted') => sumOfKnown(chosen.map((one) => one[key]));
  const speeds = chosen.flatMap(({ speed }) => speed ?? []);
  const links = chosen.flatMap(({ link }) => link ?? []);
  return {
    receive: sum('receive'),
    transmit: sum('transmit'),
    received: sum('received'),
    transmitted: sum('transmitted'),
    address: chosen.find(({ address }) => address !== undefined)?.address,
    address6: chosen.find(({ address6 }) => address6 !== undefined)?.address6,
    link: links.length === 0 ? undefined : links.includes(true),
    speed: speeds.length === 0 ? undefined : Math.max(...speeds),
  };
}

/** Bytes in and out by interface: fields 1 and 9 of /proc/net/dev (proc(5)); lines that are none are passed over. */
export function parseNetDev(text: string): Map<string, InterfaceCounters> {
  const interfaces = new Map<string, InterfaceCounters>();
  for (const line of text.split('\n')) {
    const colon = line.lastIndexOf(':');
    const numbers = line
      .slice(colon + 1)
      .trim()
      .split(/\s+/, 9)
      .map(Number);
    if (colon < 1 || numbers.length < 9 || !numbers.every(isCount)) continue;
    interfaces.set(line.slice(0, colon).trim(), { received: numbers[0]!, transmitted: numbers[8]! });
  }
  return interfaces;
}

function only(wanted: string, names: readonly string[]): readonly string[] {
  if (names.includes(wanted)) return [wanted];
  throw new LcdError('not-found', `no interface ${wanted}: expected one of ${names.join(', ')}`);
}

/** Those with hardware behind them, lest a byte count again on a bridge or tunnel; where none has, all but loopback. */
function physicalInterfaces(files: Files, names: readonly string[]): readonly string[] {
  const physical = names.filter((name) => files.exists(`/sys/class/net/${name}/device`));
  const chosen = physical.length > 0 ? physical : names.filter((name) => name !== 'lo');
  if (chosen.length === 0) throw new LcdError('not-found', '/proc/net/dev: expected an interface besides lo');
  return chosen;
}
