import { defer, type Observable, of, ReplaySubject, share, throwError, timer } from 'rxjs';
import { clock } from './clock.ts';
import { LcdError } from './errors.ts';
import { messageOf } from './message.ts';
import type { SourcePlan } from './program.ts';
import { revive } from './revive.ts';
import { type Secret, secretsIn } from './secret.ts';
import type { Logger, Readings, SourceContext } from './types.ts';

/** All sources of a program, each polled once however many show it, and not at all while nobody does. */
export interface SourceHub {
  /** The readings of a source by its name in the program: the newest at once, then each new one. */
  readings(name: string): Observable<Readings>;
  ticks(every: number): Observable<number>;
}

export function sourceHub(plans: readonly SourcePlan[], log: Logger): SourceHub {
  const ticks = clock();
  const open = (plan: SourcePlan): Observable<Readings> => {
    return lasting(plan, { ticks, log: sourceLog(plan, log) }).pipe(
      share({
        connector: () => new ReplaySubject(1),
        resetOnComplete: false,
        // A moment, so that a source both pages show is not asked twice when pages change.
        resetOnRefCountZero: () => timer(0),
      }),
    );
  };
  const shared = new Map(plans.map((plan) => [plan.name, open(plan)]));
  return {
    ticks,
    readings: (name) => shared.get(name) ?? throwError(() => new LcdError('config', `there is no source "${name}"`)),
  };
}

/** Signs with the name in the config, too, where that is another one: `ups: exec: …`. Shows no secret of the options. */
function sourceLog({ name, source, options }: SourcePlan, log: Logger): Logger {
  const secrets = secretsIn(options);
  const words = (message: string): string => {
    const signed = name === source.name || message.startsWith(`${name}: `) ? message : `${name}: ${message}`;
    return secrets.reduce((text: string, secret: Secret) => secret.hide(text), signed);
  };
  return {
    debug: (message) => log.debug(words(message)),
    info: (message) => log.info(words(message)),
    warn: (message) => log.warn(words(message)),
    error: (message) => log.error(words(message)),
  };
}

/** A source without readings while it fails; it is logged once and tried again. `read` is called once. */
function lasting({ name, source, options }: SourcePlan, context: SourceContext): Observable<Readings> {
  let readings: Observable<Readings> | undefined;
  return defer(() => {
    readings ??= source.read(options as never, context);
    return readings;
  }).pipe(
    revive((error, failures) => {
      if (failures === 1) context.log.warn(`${name}: ${messageOf(error)}`);
      return of({});
    }),
  );
}
