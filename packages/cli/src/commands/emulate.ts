import { type DeviceEmulator, LcdError, type Plugin } from '@lcdflow/core';
import { type EmulatedPanel, type LendingEvent, type UsbipEvent, usbipServer } from '@lcdflow/emulator';
import {
  concat,
  defer,
  EMPTY,
  filter,
  ignoreElements,
  mergeMap,
  type Observable,
  of,
  share,
  takeUntil,
  tap,
} from 'rxjs';
import { glassView } from '../glass-view.ts';
import { pictureText } from '../picture-text.ts';
import type { PanelTitle } from '../powered-panels.ts';
import type { Session } from '../session.ts';
import { stopped } from '../stop.ts';

export interface EmulateOptions {
  /** TCP port where it is lent; 0 takes any that is free. */
  readonly usbip: number;
  /** Serial numbers: one panel for each; a single one with the emulated device's own when left out. */
  readonly serial?: readonly string[];
}

/** Where it is lent: computers elsewhere may not have it. */
const HOST = '127.0.0.1';

/**
 * Lends emulated panels to any Linux kernel until it is stopped, and shows their glasses. Emits the exit status. Errors
 * with `config` for a name that no emulated USB device has.
 */
export const emulateCommand = (session: Session, name: string, options: EmulateOptions): Observable<number> =>
  defer(() => {
    const { title, emulator } = emulatedPanel(session.plugins, name);
    const { serial: serials = [], usbip } = options;
    const devices = serials.length === 0 ? [{ emulator }] : serials.map((serial) => ({ emulator, serial }));
    const titleOf = ({ busid }: LendingEvent): PanelTitle =>
      serials.length > 1 ? { ...title, name: `${name} ${serials[indexOf(busid)]}` } : title;
    const { follow, printed } = view(session, titleOf);
    const events = usbipServer({ devices, host: HOST, port: usbip, log: session.log }).pipe(
      tap((event) => tell(session, title, titleOf, event)),
      filter((event) => event.kind !== 'listening'),
      share(),
    );
    const shown = events.pipe(
      mergeMap((event) => follow(event, events)),
      takeUntil(stopped()),
      ignoreElements(),
    );
    return concat(shown, printed.pipe(ignoreElements()), of(0));
  });

/** The place in the list of what is lent as `1-1`, `1-2` … */
const indexOf = (busid: string): number => Number(busid.split('-')[1]) - 1;

interface Found {
  readonly title: PanelTitle;
  readonly emulator: DeviceEmulator;
}

/** The emulated device that a name means: a driver's first, or the one of `driver:model`. @throws LcdError `config` */
function emulatedPanel(plugins: readonly Plugin[], name: string): Found {
  const drivers = plugins.flatMap((plugin) => plugin.drivers ?? []);
  const emulators = plugins.flatMap((plugin) => plugin.emulators ?? []).filter(({ usb }) => usb !== undefined);
  for (const emulator of emulators) {
    const driver = drivers.find((candidate) => candidate.name === emulator.driver);
    const model = driver?.models.find((candidate) => candidate.name === emulator.model);
    if (driver && model && [driver.name, nameOf(emulator)].includes(name))
      return { title: { name, driver, model }, emulator };
  }
  const names = emulators.map(nameOf).join(', ');
  throw new LcdError('config', `there is no emulated USB device "${name}"; there are: ${names}`);
}

const nameOf = ({ driver, model }: DeviceEmulator): string => `${driver}:${model}`;

type TitleOf = (event: LendingEvent) => PanelTitle;

interface View {
  /** Shows the panel of an event, one of `events`, while it is lent. */
  follow(event: LendingEvent, events: Observable<LendingEvent>): Observable<unknown>;
  /** What is printed when all is over. */
  readonly printed: Observable<unknown>;
}

/** Glasses are shown as they change; without a terminal the last picture is printed when a panel is taken back. */
function view({ screen, log, print }: Session, titleOf: TitleOf): View {
  if (screen.columns !== undefined) {
    const watch = glassView(screen, log);
    const follow = (event: LendingEvent, events: Observable<LendingEvent>): Observable<never> => {
      const released = events.pipe(filter(({ kind, busid }) => kind === 'released' && busid === event.busid));
      return event.kind === 'imported' ? watch(titleOf(event), event.panel).pipe(takeUntil(released)) : EMPTY;
    };
    return { follow, printed: EMPTY };
  }
  const held = new Map<string, { readonly plan: PanelTitle; readonly panel: EmulatedPanel }>();
  const picture = (busid: string): Observable<string> =>
    defer(() => {
      const { plan, panel } = held.get(busid) ?? {};
      held.delete(busid);
      return plan && panel ? pictureText({ plan, frame: panel.device.glass() }).pipe(tap(print)) : EMPTY;
    });
  const follow = (event: LendingEvent): Observable<string> => {
    if (event.kind === 'released') return picture(event.busid);
    held.set(event.busid, { plan: titleOf(event), panel: event.panel });
    return EMPTY;
  };
  return { follow, printed: defer(() => concat(...[...held.keys()].map(picture))) };
}

function tell({ print, log }: Session, { driver, model }: PanelTitle, titleOf: TitleOf, event: UsbipEvent): void {
  if (event.kind === 'listening') print(attaching(`${driver.name} ${model.name}`, event.port, event.busids));
  else log.info(`${titleOf(event).name}: ${event.kind === 'imported' ? 'plugged in' : 'pulled out'} by ${event.peer}`);
}

function attaching(panel: string, port: number, busids: readonly string[]): string {
  const option = port === 3240 ? '' : `--tcp-port ${port} `;
  const [what, them] = busids.length === 1 ? [`an emulated ${panel} waits`, 'it'] : [`emulated ${panel} wait`, 'them'];
  return [
    `${what} on port ${port} of ${HOST}; to plug ${them} into this machine:`,
    '  sudo modprobe vhci-hcd',
    ...busids.map((busid) => `  sudo usbip ${option}attach -r ${HOST} -b ${busid}`),
    `Ctrl-C pulls ${them} out\n`,
  ].join('\n');
}
