import { LcdError } from '@lcdflow/core';

/** Which bus, and where it is. */
export interface BusChoice {
  readonly bus: 'session' | 'system';
  /** An address as the D-Bus specification has it; left out, the one of the environment. */
  readonly address?: string | undefined;
}

/** For the options of a source. */
export const ADDRESS_OPTION = {
  type: 'string',
  minLength: 1,
  description:
    'Where the bus is, such as unix:path=/run/user/1000/bus; left out, what DBUS_SESSION_BUS_ADDRESS or DBUS_SYSTEM_BUS_ADDRESS tells.',
} as const;

const SYSTEM = 'unix:path=/run/dbus/system_bus_socket';

/** The path of the bus's socket; that of an abstract one begins with a NUL. Throws `not-found` or `config`. */
export function socketOf(
  { bus, address }: BusChoice,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  const variable = bus === 'system' ? 'DBUS_SYSTEM_BUS_ADDRESS' : 'DBUS_SESSION_BUS_ADDRESS';
  const given = address ?? (environment[variable] || undefined) ?? (bus === 'system' ? SYSTEM : undefined);
  if (given === undefined) throw new LcdError('not-found', `no session bus: ${variable} is not set`);
  const sockets = given.split(';').flatMap(socketIn);
  if (sockets[0] === undefined)
    throw new LcdError('config', 'expected the address of a bus such as unix:path=/run/user/1000/bus');
  return sockets[0];
}

/** D-Bus specification, "Server Addresses": `transport:key=value,key=value` with bytes as %xx. */
function socketIn(address: string): readonly string[] {
  const [, keys] = /^unix:(.*)$/.exec(address.trim()) ?? [];
  const values = new Map((keys ?? '').split(',').map((pair) => pair.split('=', 2) as [string, string]));
  const [path, abstract] = [values.get('path'), values.get('abstract')];
  if (path) return [unescaped(path)];
  return abstract ? [`\0${unescaped(abstract)}`] : [];
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
