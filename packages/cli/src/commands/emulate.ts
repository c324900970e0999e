import { resolve } from 'node:path';
import { type DeviceEmulator, LcdError, type Plugin } from '@lcdflow/core';
import { type EmulatedPanel, type UsbipEvent, usbipServer } from '@lcdflow/emulator';
import { concat, defer, EMPTY, ignoreElements, map, type Observable, of, switchMap, takeUntil, tap } from 'rxjs';
import { glassView } from '../glass-view.ts';
import { lentOverPty } from '../lend-over-pty.ts';
import { pictureText } from '../picture-text.ts';
import type { PanelTitle } from '../powered-panels.ts';
import type { Session } from '../session.ts';
import { stopped } from '../stop.ts';

export interface EmulateOptions {
  /** TCP port where a USB device is lent, 3240 when left out; 0 takes any that is free. */
  readonly usbip?: number;
  /** Path of the pseudo terminal that leads to a serial device. */
  readonly pty?: string;
  /** Serial number of a USB device; the emulated device's own when left out. */
  readonly serial?: string;
}

/** Where it is lent: computers elsewhere may not have it. */
const HOST = '127.0.0.1';
/** The port that `usbip` asks by default. */
const PORT = 3240;

/**
 * Lends an emulated panel until it is stopped, and shows its glass: a USB device to any Linux kernel, a serial device to
 * whatever program opens its pseudo terminal. Emits the exit status. Errors with `config` for a name that no such
 * emulated device has, and for options that it has no use for.
 */
export const emulateCommand = (session: Session, name: string, options: EmulateOptions): Observable<number> =>
  defer(() => {
    const found = emulatedPanel(session.plugins, name);
    const { follow, printed } = view(session, found.title);
    const lent = found.emulator.usb ? lentOverUsb(session, found, options) : lentOverLine(session, found, options);
    const events = lent.pipe(switchMap(follow), takeUntil(stopped()), ignoreElements());
    return concat(events, printed.pipe(ignoreElements()), of(0));
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

/** A panel while somebody has it. */
type Held = EmulatedPanel | undefined;

function lentOverUsb({ print, log }: Session, { title, emulator }: Found, options: EmulateOptions): Observable<Held> {
  const { serial, usbip = PORT, pty } = options;
  if (pty !== undefined) throw new LcdError('config', `${nameOf(emulator)} is a USB device: --usbip, not --pty`);
  const device = { emulator, ...(serial === undefined ? {} : { serial }) };
  const tell = (event: UsbipEvent): void => {
    if (event.kind === 'imported') log.info(`${title.name}: plugged in by ${event.peer}`);
    else if (event.kind === 'released') log.info(`${title.name}: pulled out by ${event.peer}`);
    else print(attaching(titleOf(title), event.port, event.busids));
  };
  return usbipServer({ devices: [device], host: HOST, port: usbip, log }).pipe(
    tap(tell),
    map((event) => (event.kind === 'imported' ? event.panel : undefined)),
  );
}

function lentOverLine({ print, log }: Session, { title, emulator }: Found, options: EmulateOptions): Observable<Held> {
  const { serial, usbip, pty } = options;
  const name = nameOf(emulator);
  if (pty === undefined)
    throw new LcdError('config', `${name} is a serial device: --pty with a path is expected, such as --pty ./lcd`);
  if (serial !== undefined || usbip !== undefined)
    throw new LcdError('config', `${name} is a serial device: --pty goes without --usbip and --serial`);
  const link = resolve(pty);
  return lentOverPty(emulator, link, log).pipe(tap(() => print(opening(titleOf(title), link, emulator.baudRate))));
}

const titleOf = ({ driver, model }: PanelTitle): string => `${driver.name} ${model.name}`;

/** Glasses are shown as they change; without a terminal the last picture is printed when the panel is taken back. */
function view({ screen, log, print }: Session, title: PanelTitle) {
  if (screen.columns !== undefined) {
    const watch = glassView(screen, log);
    return { follow: (panel: Held) => (panel ? watch(title, panel) : EMPTY), printed: EMPTY };
  }
  let held: Held;
  const printed = defer(() => {
    const frame = held?.device.glass();
    held = undefined;
    return frame ? pictureText({ plan: title, frame, cell: 'pixel' }).pipe(tap(print)) : EMPTY;
  });
  const follow = (panel: Held) => {
    if (!panel) return printed;
    held = panel;
    return EMPTY;
  };
  return { follow, printed };
}

function attaching(panel: string, port: number, busids: readonly string[]): string {
  const option = port === PORT ? '' : `--tcp-port ${port} `;
  return [
    `an emulated ${panel} waits on port ${port} of ${HOST}; to plug it into this machine:`,
    '  sudo modprobe vhci-hcd',
    ...busids.map((busid) => `  sudo usbip ${option}attach -r ${HOST} -b ${busid}`),
    'Ctrl-C pulls it out\n',
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
