import {
  type Bus,
  type DeviceEmulator,
  type DisplayPlan,
  type Host,
  LcdError,
  type Logger,
  type Plugin,
  type Transport,
} from '@lcdflow/core';
import { type EmulatedPanel, emulate, traced } from '@lcdflow/emulator';
import { catchError, defer, ignoreElements, map, merge, NEVER, type Observable, tap, throwError } from 'rxjs';
import { busesOf, busNamed } from './buses.ts';

/** How a program is run on this machine. */
export interface HostOptions {
  readonly plugins: readonly Plugin[];
  readonly log: Logger;
  /** Every panel that can be is an emulated one, whatever the config says. */
  readonly emulate?: boolean | undefined;
  /** Takes the lines of the wire's hexdump. */
  readonly trace?: ((line: string) => void) | undefined;
  /** Runs while an emulated panel is powered: shows its glass, presses its keys. */
  watch(plan: DisplayPlan, panel: EmulatedPanel): Observable<unknown>;
}

type Address = Readonly<Record<string, unknown>>;
type Connect = (address: Address) => Observable<Transport>;

/** Opens devices for displays: attached ones through their bus, or emulated ones. */
export function createHost(options: HostOptions): Host {
  const buses = busesOf(options.plugins);
  const devices = new Map<DisplayPlan, Connect>();
  const deviceOf = (plan: DisplayPlan): Connect => {
    const connect = devices.get(plan) ?? device(plan, buses, options);
    devices.set(plan, connect);
    return connect;
  };
  return {
    log: options.log,
    context: (plan) => ({
      display: plan.name,
      log: named(options.log, plan.name),
      connect: (bus, address) =>
        bus === plan.driver.bus
          ? deviceOf(plan)(address)
          : defer(() => busNamed(buses, bus).connect(address, options.log)),
    }),
    arrivals: (plan) => (isEmulated(plan, options) ? NEVER : arrivalsOf(plan, buses)),
  };
}

/** What comes on the bus of a display: it may be its device. */
const arrivalsOf = ({ driver: { bus } }: DisplayPlan, buses: ReadonlyMap<string, Bus>): Observable<unknown> =>
  (bus === undefined ? undefined : buses.get(bus)?.arrivals?.()) ?? NEVER;

/** Whether it is never an attached device that the display shows on. */
const isEmulated = (plan: DisplayPlan, { emulate, plugins }: HostOptions): boolean =>
  plan.device === 'emulated' || (emulate === true && emulatorOf(plan, plugins) !== undefined);

const named = (log: Logger, name: string): Logger => ({
  debug: (message) => log.debug(`${name}: ${message}`),
  info: (message) => log.info(`${name}: ${message}`),
  warn: (message) => log.warn(`${name}: ${message}`),
  error: (message) => log.error(`${name}: ${message}`),
});

/** The emulator of a display's model, if a plugin brings one. */
export const emulatorOf = ({ driver, model }: DisplayPlan, plugins: readonly Plugin[]): DeviceEmulator | undefined =>
  plugins
    .flatMap((plugin) => plugin.emulators ?? [])
    .find((emulator) => emulator.driver === driver.name && emulator.model === model.name);

/** Connects a display to the device its `device:` means. */
function device(plan: DisplayPlan, buses: ReadonlyMap<string, Bus>, options: HostOptions): Connect {
  const emulator = emulatorOf(plan, options.plugins);
  const attached: Connect = (address) =>
    defer(() => busNamed(buses, plan.driver.bus!).connect(address, named(options.log, plan.name)));
  const emulated: Connect = () => (emulator ? powered(plan, emulator, options) : throwError(() => notEmulated(plan)));
  const choice = isEmulated(plan, options) ? 'emulated' : plan.device;
  const connect = {
    attached,
    emulated,
    auto: emulator ? attachedOrElse(attached, emulated, sayEmulated(plan, options.log)) : attached,
  };
  const open: Connect = typeof choice === 'string' ? connect[choice] : (address) => attached({ ...address, ...choice });
  return (address) => open(address).pipe(tracing(plan, emulator, options));
}

/** An emulated device if none is attached at the start. One that was attached and is gone is waited for. */
function attachedOrElse(attached: Connect, emulated: Connect, say: () => void): Connect {
  let choice: Connect | undefined;
  return (address) => {
    if (choice) return choice(address);
    return attached(address).pipe(
      tap(() => {
        choice = attached;
      }),
      catchError((error: unknown) => {
        // One that cannot be used now is there all the same.
        if ((error as Partial<LcdError>).code !== 'not-found') choice = attached;
        if (choice) return throwError(() => error);
        say();
        choice = emulated;
        return emulated(address);
      }),
    );
  };
}

const sayEmulated =
  ({ name, driver, model }: DisplayPlan, log: Logger) =>
  () =>
    log.info(`${name}: no ${driver.name} ${model.name} is plugged in: showing an emulated one`);

const notEmulated = ({ driver, model }: DisplayPlan): LcdError =>
  new LcdError('config', `${driver.name} ${model.name}: no plugin brings an emulated device for it`);

const powered = (plan: DisplayPlan, emulator: DeviceEmulator, { watch }: HostOptions): Observable<Transport> =>
  defer(() => {
    const panel = emulate(emulator);
    return merge(panel.connection, watch(plan, panel).pipe(ignoreElements()));
  });

function tracing({ name }: DisplayPlan, emulator: DeviceEmulator | undefined, { trace }: HostOptions) {
  const explain = emulator?.explain ?? (() => '');
  return map((transport: Transport): Transport => {
    if (!trace) return transport;
    return traced(transport, { explain }, (line) => trace(`${name} ${line}`));
  });
}
