import { type Bus, type Completion, LcdError, type Logger, type Transport } from '@lcdflow/core';
import { concat, defer, from, map, NEVER, Observable, switchMap, throwError, timeout } from 'rxjs';
import { type I2cAddress, i2cAddress, nameOf } from './address.ts';
import { i2cError } from './i2c-error.ts';
import { type I2cModule, loadI2c } from './i2c-module.ts';
import { I2cLine } from './line.ts';

/** How devices are used. */
export interface I2cBusOptions {
  /** ms that a packet may take, above 0; 2000 when left out. */
  readonly timeout?: number;
  /** Where the npm module `i2c-bus` comes from. */
  readonly load?: () => Promise<I2cModule>;
}

/**
 * Devices on I2C as transports: a packet is one write to the device. The npm module `i2c-bus` is loaded when a device is
 * opened. Errors of `connect`: `config` (address, module), `not-found`, `busy`, `permission`, `timeout`, `protocol`.
 */
export function i2cBus({ timeout: patience = 2_000, load = loadI2c }: I2cBusOptions = {}): Bus {
  const closing = new Map<string, Promise<void>>();
  return {
    name: 'i2c',
    connect: (given, log) =>
      defer(() => {
        const at = i2cAddress(given);
        return opened(at, load, closing, log).pipe(
          switchMap((line) => concat(from(line.probe()).pipe(map(() => transportOf(line, at, patience))), NEVER)),
        );
      }),
  };
}

/** Opens a device while subscribed, when whoever had it before has closed it. */
const opened = (
  at: I2cAddress,
  load: () => Promise<I2cModule>,
  closing: Map<string, Promise<void>>,
  log: Logger,
): Observable<I2cLine> =>
  new Observable((subscriber) => {
    const name = nameOf(at);
    const before = closing.get(name);
    const open = async (): Promise<I2cLine> => {
      const module = await load();
      await before;
      return new I2cLine(await module.openPromisified(at.bus), at);
    };
    const opening = open();
    opening.then(
      (line) => {
        log.debug(`${name}: opened`);
        subscriber.next(line);
      },
      (error: unknown) => subscriber.error(i2cError(error, at)),
    );
    return () => {
      const closed = opening.then(
        (line) => line.close(),
        () => undefined,
      );
      closing.set(name, closed);
    };
  });

const transportOf = (line: I2cLine, at: I2cAddress, patience: number): Transport => ({
  submit: (packet) => {
    const copy = Uint8Array.from(packet);
    return written(line, copy).pipe(timeout({ first: patience, with: () => throwError(() => tooLate(at, patience)) }));
  },
  incoming: NEVER,
});

const written = (line: I2cLine, packet: Uint8Array): Observable<Completion> =>
  new Observable<Completion>((subscriber) => {
    const done = line.write(packet, () => subscriber.closed);
    done.then(
      () => {
        subscriber.next({ packet, bytes: packet.length });
        subscriber.complete();
      },
      (error: unknown) => subscriber.error(error),
    );
  });

const tooLate = (at: I2cAddress, patience: number): LcdError =>
  new LcdError('timeout', `${nameOf(at)} has not taken a packet within ${patience} ms`);
