import { resolve } from 'node:path';
import { type DeviceEmulator, LcdError, type Plugin } from '@lcdflow/core';
import { type LendingEvent, type UsbipEvent, usbipServer } from '@lcdflow/emulator';
import {
  concat,
  defer,
  filter,
  ignoreElements,
  map,
  mergeMap,
  type Observable,
  of,
  share,
  switchMap,
  takeUntil,
  tap,
} from 'rxjs';
import { lentOverPty } from '../lend-over-pty.ts';
import { type Lending, lentPanelView } from '../lent-panel.ts';
import type { PanelTitle } from '../powered-panels.ts';
import type { Session } from '../session.ts';
import { stopped } from '../stop.ts';

export interface EmulateOptions {
  /** TCP port where USB devices are lent, 3240 when left out; 0 takes any that is free. */
  readonly usbip?: number;
  /** Path of the pseudo terminal that leads to a serial device. */
  readonly pty?: string;
  /** Serial numbers: one USB device for each; a single one with the emulated device's own when left out. */
  readonly serial?: readonly string[];
}

/** Where it is lent: computers elsewhere may not have it. */
const HOST = '127.0.0.1';
/** The port that `usbip` asks by default. */
const PORT = 3240;

/**
 * Lends emulated panels until it is stopped, and shows their glasses: USB devices to any Linux kernel, a serial device to
 * whatever program opens its pseudo terminal. Emits the exit status. Errors with `config` for a name that no such
 * emulated device has, and for options that it has no use for.
 */
export const emulateCommand = (session: Session, name: string, options: EmulateOptions): Observable<number> =>
  session.plugins.pipe(switchMap((plugins) => lent(emulatedPanel(plugins, name), session, options)));

const lent = (found: Found, session: Session, options: EmulateOptions): Observable<number> =>
  defer(() => {
    const { follow, printed } = lentPanelView(session);
    const lending = found.emulator.usb ? lentOverUsb(session, found, options) : lentOverLine(session, found, options);
    const lendings = lending.pipe(share());
    const shown = lendings.pipe(
      mergeMap((one) => follow(one, lendings)),
      takeUntil(stopped()),
      ignoreElements(),
    );
    return concat(shown, printed.pipe(ignoreElements()), of(0));
  });

interface Found {
  readonly title: PanelTitle;
  readonly emulator: DeviceEmulator;
}

/** The emulated device that a name means: a driver's first, or the one of `driver:model`. @throws LcdError `config` */
function emulatedPanel(plugins: readonly Plugin[], name: string): Found {
  const drivers = plugins.flatMap((plugin) => plugin.drivers ?? []);
  const emulators = plugins
    .flatMap((plugin) => plugin.emulators ?? [])
    .filter(({ usb, bus }) => usb !== undefined || bus === 'serial');
  for (const emulator of emulators) {
    const driver = drivers.find((candidate) => candidate.name === emulator.driver);
    const model = driver?.models.find((candidate) => candidate.name === emulator.model);
    if (driver && model && [driver.name, nameOf(emulator)].includes(name))
      return { title: { name, driver, model }, emulator };
  }
  const names = emulators.map(nameOf).join(', ');
  throw new LcdError('config', `there is no emulated USB or serial device "${name}"; there are: ${names}`);
}

const nameOf = ({ driver, model }: DeviceEmulator): string => `${driver}:${model}`;

function lentOverUsb({ print, log }: Session, { title, emulator }: Found, options: EmulateOptions) {
  const { serial: serials = [], usbip = PORT, pty } = options;
  if (pty !== undefined) throw new LcdError('config', `${nameOf(emulator)} is a USB device: --usbip, not --pty`);
  const devices = serials.length === 0 ? [{ emulator }] : serials.map((serial) => ({ emulator, serial }));
  const titleOf = (busid: string): PanelTitle =>
    serials.length > 1 ? { ...title, name: `${title.name} ${serials[indexOf(busid)]}` } : title;
  const tell = (event: UsbipEvent): void => {
    if (event.kind === 'listening') print(attaching(modelOf(title), event.port, event.busids));
    else log.info(`${titleOf(event.busid).name}: ${PLUGGED[event.kind]} by ${event.peer}`);
  };
  const lending = (event: LendingEvent): Lending =>
    event.kind === 'imported'
      ? { kind: 'taken', id: event.busid, title: titleOf(event.busid), panel: event.panel }
      : { kind: 'returned', id: event.busid };
  return usbipServer({ devices, host: HOST, port: usbip, log }).pipe(
    tap(tell),
    filter((event) => event.kind !== 'listening'),
    map(lending),
  );
}

const PLUGGED = { imported: 'plugged in', released: 'pulled out' } as const;

/** The place in the list of what is lent as `1-1`, `1-2` … */
const indexOf = (busid: string): number => Number(busid.split('-')[1]) - 1;

function lentOverLine({ print, log }: Session, { title, emulator }: Found, options: EmulateOptions) {
  const { serial, usbip, pty } = options;
  const name = nameOf(emulator);
  if (pty === undefined)
    throw new LcdError('config', `${name} is a serial device: --pty with a path is expected, such as --pty ./lcd`);
  if (serial !== undefined || usbip !== undefined)
    throw new LcdError('config', `${name} is a serial device: --pty goes without --usbip and --serial`);
  const link = resolve(pty);
  return lentOverPty(emulator, link, log).pipe(
    tap(() => print(opening(modelOf(title), link, emulator.baudRate))),
    map((panel): Lending => ({ kind: 'taken', id: link, title, panel })),
  );
}

const modelOf = ({ driver, model }: PanelTitle): string => `${driver.name} ${model.name}`;

function attaching(panel: string, port: number, busids: readonly string[]): string {
  const option = port === PORT ? '' : `--tcp-port ${port} `;
  const [what, them] = busids.length === 1 ? [`an emulated ${panel} waits`, 'it'] : [`emulated ${panel} wait`, 'them'];
  return [
    `${what} on port ${port} of ${HOST}; to plug ${them} into this machine:`,
    '  sudo modprobe vhci-hcd',
    ...busids.map((busid) => `  sudo usbip ${option}attach -r ${HOST} -b ${busid}`),
    `Ctrl-C pulls ${them} out\n`,
  ].join('\n');
}

function opening(panel: string, link: string, baudRate: number | undefined): string {
  const rate = baudRate === undefined ? '' : `, ${baudRate} Bd`;
  return [
    `an emulated ${panel} waits at the other end of ${link}${rate}; to show a page on it:`,
    `  device: ${link}`,
    'Ctrl-C takes it away\n',
  ].join('\n');
}
