import { Observable } from 'rxjs';
import { type Party, unplugged } from './port-error.ts';
import type { HangUp, PortHandle } from './serial-module.ts';

/**
 * Errors with `disconnected` when the other end goes, also while nothing is sent: without it a pseudo terminal whose
 * other end has died is read again and again by the module, at full load.
 */
export const hangUp = ({ poller }: PortHandle, party: Party): Observable<never> =>
  new Observable((subscriber) => {
    const listener = (error: HangUp | null) => {
      if (!error?.canceled) subscriber.error(unplugged(party, error));
    };
    poller?.once('disconnect', listener);
    return () => poller?.off('disconnect', listener);
  });
