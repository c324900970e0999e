import type { networkInterfaces } from 'node:os';
import { concatMap, from, map, type Observable, toArray } from 'rxjs';
import { type Files, lineOf } from './files.ts';
import { patience } from './patience.ts';

/** What changes seldom about a network interface. */
export interface InterfaceFacts {
  /** Its first IPv4 address. */
  readonly address: string | undefined;
  /** Its first IPv6 address that is good beyond its own network. */
  readonly address6: string | undefined;
  /** Whether there is a link; `undefined` for interfaces such as tunnels that do not know. */
  readonly link: boolean | undefined;
  /** bit/s, when there is a link and the hardware says. */
  readonly speed: number | undefined;
}

type Addresses = Pick<InterfaceFacts, 'address' | 'address6'>;
/** Tells the addresses of each interface. */
export type AskAddresses = typeof networkInterfaces;

/** Interfaces whose hardware is asked: machines with containers have hundreds that are none. */
const MOST = 64;

/** Asks for the facts of interfaces, one after the other: the speed of some comes over a slow bus. */
export function factFinder(files: Files, askAddresses: AskAddresses) {
  const ask = patience();
  return (names: readonly string[]): Observable<ReadonlyMap<string, InterfaceFacts>> => {
    const addresses = addressesOf(askAddresses());
    return from(names.slice(0, MOST)).pipe(
      concatMap((name) => {
        const link = linkOf(lineOf(files, `/sys/class/net/${name}/operstate`));
        const speed = ask(name, () => (link === true ? speedOf(files, name) : Promise.resolve(undefined)));
        return speed.pipe(map((bits) => [name, { ...(addresses.get(name) ?? NONE), link, speed: bits }] as const));
      }),
      toArray(),
      map((facts) => new Map(facts)),
    );
  };
}

const NONE: Addresses = { address: undefined, address6: undefined };

/** Link-local addresses of IPv6 (fe80::/10) are everywhere and tell nothing. */
function addressesOf(interfaces: ReturnType<AskAddresses>): ReadonlyMap<string, Addresses> {
  return new Map(
    Object.entries(interfaces).map(([name, all = []]) => [
      name,
      {
        address: all.find(({ family }) => family === 'IPv4')?.address,
        address6: all.find(({ family, address }) => family === 'IPv6' && !/^fe[89ab]/i.test(address))?.address,
      },
    ]),
  );
}

/** RFC 2863 states (kernel documentation, networking/operstates). */
const linkOf = (state: string | undefined): boolean | undefined =>
  state === undefined || state === 'unknown' ? undefined : state === 'up';

/** In Mbit/s, -1 when it is not known; cards without a wire refuse. */
const speedOf = (files: Files, name: string): Promise<number | undefined> =>
  files.slowText(`/sys/class/net/${name}/speed`).then(
    (text) => (/^\d{1,8}\s*$/.test(text) && Number(text) > 0 ? Number(text) * 1e6 : undefined),
    () => undefined,
  );
