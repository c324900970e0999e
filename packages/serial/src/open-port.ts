import { type Logger, messageOf, type Transport } from '@lcdflow/core';
import {
  catchError,
  concat,
  defer,
  EMPTY,
  from,
  ignoreElements,
  type Observable,
  switchMap,
  throwError,
  type Unsubscribable,
  using,
} from 'rxjs';
import type { SerialAddress } from './address.ts';
import { closing } from './close-port.ts';
import { connection } from './connection.ts';
import { OutLine } from './out-line.ts';
import { openError, type Party } from './port-error.ts';
import { enter, leave } from './port-gate.ts';
import type { ModemLines, OpenOptions, PortHandle, SerialModule } from './serial-module.ts';

/** A port from the moment it is asked for. Unsubscribing closes it, in the background, even while it is being opened. */
interface Opening extends Unsubscribable {
  readonly handle: Promise<PortHandle>;
  output?: OutLine;
}

/** Opens a port while subscribed. Each subscription makes a new one: a closed one cannot be used again. */
export const openPort = (
  serial: SerialModule,
  address: SerialAddress,
  party: Party,
  log: Logger,
): Observable<Transport> =>
  using(
    () => opening(serial, address, party, log),
    (resource) => connected(resource as Opening, address, party, log),
  );

function opening(serial: SerialModule, address: SerialAddress, party: Party, log: Logger): Opening {
  const handle = serial.open(optionsOf(address, party.target));
  enter(party.target);
  const opened: Opening = {
    handle,
    unsubscribe: () => {
      const rest = opened.output?.rest ?? 0;
      const closed = from(handle).pipe(
        // It was never open.
        catchError(() => EMPTY),
        switchMap((port) => closing(port, { party, rest, log })),
      );
      leave(party.target, closed);
    },
  };
  return opened;
}

const connected = (resource: Opening, address: SerialAddress, party: Party, log: Logger): Observable<Transport> =>
  from(resource.handle).pipe(
    catchError((cause: unknown) => throwError(() => openError(cause, party))),
    switchMap((handle) => {
      log.debug(`${party.name}: opened`);
      const output = new OutLine(handle, address, party);
      resource.output = output;
      return concat(modemLinesSet(handle, address, party, log), connection(handle, output, party));
    }),
  );

function optionsOf({ baudRate, dataBits, parity, stopBits, flow }: SerialAddress, path: string): OpenOptions {
  return {
    path,
    baudRate,
    ...(dataBits !== undefined && { dataBits }),
    ...(parity !== undefined && { parity }),
    ...(stopBits !== undefined && { stopBits }),
    rtscts: flow === 'hardware',
    xon: flow === 'software',
    xoff: flow === 'software',
  };
}

/** Pseudo terminals and some adapters have none: that is no reason to do without the port. */
function modemLinesSet(handle: PortHandle, { dtr, rts }: SerialAddress, { name }: Party, log: Logger) {
  if (dtr === undefined && rts === undefined) return EMPTY;
  const lines: ModemLines = { dtr: dtr ?? true, rts: rts ?? true, brk: false, cts: false, dsr: false };
  return defer(() => from(handle.set(lines))).pipe(
    ignoreElements(),
    catchError((error: unknown) => {
      log.debug(`${name}: its modem lines cannot be set: ${messageOf(error)}`);
      return EMPTY;
    }),
  );
}
