import { LcdError, type Logger, messageOf } from '@lcdflow/core';
import {
  catchError,
  concat,
  defer,
  EMPTY,
  finalize,
  ignoreElements,
  merge,
  mergeMap,
  type Observable,
  of,
  Subject,
  tap,
  throwError,
} from 'rxjs';
import type { EmulatedPanel } from '../emulate.ts';
import type { Lending } from './lending.ts';
import { encodeDevlist, encodeImport } from './operations.ts';
import { type Command, type Request, requests } from './requests.ts';
import type { TcpConnection } from './tcp.ts';
import { transfers } from './transfers.ts';

/** What happens to a lent device. */
export type LendingEvent =
  /** A computer has it now: as `panel` it can be looked at, and its keys pressed. Unplugging it takes it back. */
  | { readonly kind: 'imported'; readonly busid: string; readonly peer: string; readonly panel: EmulatedPanel }
  | { readonly kind: 'released'; readonly busid: string; readonly peer: string };

/** Talks with one computer until it or the device goes. Never errors: what is wrong with it is logged. */
export const conversation = (
  { peer, received, send }: TcpConnection,
  lendings: readonly Lending[],
  log: Logger,
): Observable<LendingEvent> =>
  defer(() => {
    const commands = new Subject<Command>();
    let held: string | undefined;
    const imported = (busid: string): Observable<LendingEvent> => {
      const lending = lendings.find(({ record }) => record.busid === busid);
      if (!lending || lending.taken) return refused(busid, lending ? 'busy' : 'noDevice', send);
      held = busid;
      return lent(lending, peer, commands, send);
    };
    const answer = (request: Request): Observable<LendingEvent> => {
      if (request.kind === 'import') return imported(request.busid);
      if (request.kind === 'devlist') send(encodeDevlist(lendings.map(({ record }) => record)));
      else commands.next(request);
      return EMPTY;
    };
    return concat(received.pipe(requests()), closed).pipe(
      mergeMap(answer),
      catchError((error: unknown) => {
        const isUsual = error instanceof LcdError && error.code === 'disconnected';
        log[isUsual ? 'debug' : 'warn'](`usbip ${peer}: ${messageOf(error)}`);
        return held === undefined ? EMPTY : of<LendingEvent>({ kind: 'released', busid: held, peer });
      }),
    );
  });

const closed = throwError(() => new LcdError('disconnected', 'the other end has closed the connection'));

const REASONS = { busy: 'another computer has it', noDevice: 'there is no such device' } as const;

/** Says so and hangs up, as usbipd does. */
const refused = (busid: string, reason: keyof typeof REASONS, send: TcpConnection['send']): Observable<never> =>
  defer(() => {
    send(encodeImport(reason));
    return throwError(() => new LcdError('not-found', `${busid} is not lent: ${REASONS[reason]}`));
  });

/** A device in the hands of a computer. Errors when it is unplugged. */
function lent(
  lending: Lending,
  peer: string,
  commands: Observable<Command>,
  send: TcpConnection['send'],
): Observable<LendingEvent> {
  return defer(() => {
    const { usb, record } = lending;
    const { busid } = record;
    const panel = lending.powerUp();
    lending.taken = true;
    send(encodeImport(record));
    const answers = transfers(commands, usb, panel.endpoints).pipe(tap(send));
    return merge(
      of<LendingEvent>({ kind: 'imported', busid, peer, panel }),
      merge(answers, panel.connection).pipe(ignoreElements()),
    ).pipe(
      finalize(() => {
        lending.taken = false;
        panel.unplug();
      }),
    );
  });
}
