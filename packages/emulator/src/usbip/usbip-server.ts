import type { Logger } from '@lcdflow/core';
import { defer, mergeMap, type Observable, of } from 'rxjs';
import { conversation, type LendingEvent } from './conversation.ts';
import { Lending, type LentDevice } from './lending.ts';
import { tcpServer } from './tcp.ts';

/** The port that `usbip` asks by default. */
const PORT = 3240;

/** Who may have which devices. */
export interface UsbipOptions {
  /** The first is lent as 1-1, the next as 1-2. */
  readonly devices: readonly LentDevice[];
  /** Where it listens; 127.0.0.1 when left out, so that only this machine may have them. */
  readonly host?: string;
  /** 3240 when left out; 0 takes any that is free. */
  readonly port?: number;
  readonly log: Logger;
}

/** What a USB/IP server tells. */
export type UsbipEvent =
  | {
      readonly kind: 'listening';
      readonly port: number;
      /** The names that `usbip attach -b` takes. */
      readonly busids: readonly string[];
    }
  | LendingEvent;

/**
 * Lends emulated devices to any Linux kernel over USB/IP while subscribed; unsubscribing unplugs them. A device has
 * power while a computer has it. Nobody is asked for a password: whoever reaches the port may take them.
 * Errors with `config` (a device without USB descriptors), `busy` or `permission` (the port).
 */
export const usbipServer = ({ devices, host = '127.0.0.1', port = PORT, log }: UsbipOptions): Observable<UsbipEvent> =>
  defer(() => {
    const lendings = devices.map((device, index) => new Lending(device, index + 1));
    const busids = lendings.map(({ record }) => record.busid);
    return tcpServer(host, port).pipe(
      mergeMap((event) =>
        event.kind === 'listening'
          ? of<UsbipEvent>({ ...event, busids })
          : conversation(event.connection, lendings, log),
      ),
    );
  });
