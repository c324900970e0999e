import { defineSource, LcdError } from '@lcdflow/core';
import { choice } from './choice.ts';
import { bytes, bytesPerSecond, everyOption } from './describe.ts';
import type { Files } from './files.ts';
import { type Counters, growthSinceLast, isCount, perSecond, sumOfKnown } from './growth.ts';
import { poll } from './poll.ts';

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
};

/** What goes over the network, from /proc/net/dev. */
export const network = (files: Files) =>
  defineSource({
    name: 'network',
    meaning: 'What goes over the network.',
    options,
    describe,
    read: ({ interface: wanted, every }, context) => {
      const grow = growthSinceLast<keyof InterfaceCounters>();
      const choose = choice((names) => (wanted === undefined ? physicalInterfaces(files, names) : only(wanted, names)));
      return poll({ name: 'network', every, context, twice: true }, (now) => {
        const counters = parseNetDev(files.text('/proc/net/dev'));
        const { seconds, grown } = grow(now, counters);
        const chosen = choose([...counters.keys()]);
        const sum = (of: ReadonlyMap<string, InterfaceCounters>, key: keyof InterfaceCounters) =>
          sumOfKnown(chosen.map((name) => of.get(name)?.[key]));
        return {
          receive: perSecond(sum(grown, 'received'), seconds),
          transmit: perSecond(sum(grown, 'transmitted'), seconds),
          received: sum(counters, 'received'),
          transmitted: sum(counters, 'transmitted'),
        };
      });
    },
  });

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
