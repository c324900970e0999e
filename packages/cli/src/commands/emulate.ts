import { type DeviceEmulator, LcdError, type Plugin } from '@lcdflow/core';
import { type EmulatedPanel, type UsbipEvent, usbipServer } from '@lcdflow/emulator';
import { concat, defer, EMPTY, ignoreElements, type Observable, of, switchMap, takeUntil, tap } from 'rxjs';
import { glassView } from '../glass-view.ts';
import { pictureText } from '../picture-text.ts';
import type { PanelTitle } from '../powered-panels.ts';
import type { Session } from '../session.ts';
import { stopped } from '../stop.ts';

export interface EmulateOptions {
  /** TCP port where it is lent; 0 takes any that is free. */
  readonly usbip: number;
  /** Serial number; the emulated device's own when left out. */
  readonly serial?: string;
}

/** Where it is lent: computers elsewhere may not have it. */
const HOST = '127.0.0.1';

/**
 * Lends an emulated panel to any Linux kernel until it is stopped, and shows its glass. Emits the exit status. Errors
 * with `config` for a name that no emulated USB device has.
 */
export const emulateCommand = (session: Session, name: string, options: EmulateOptions): Observable<number> =>
  defer(() => {
    const { title, emulator } = emulatedPanel(session.plugins, name);
    const { serial, usbip } = options;
    const device = { emulator, ...(serial === undefined ? {} : { serial }) };
    const { follow, printed } = view(session, title);
    const events = usbipServer({ devices: [device], host: HOST, port: usbip, log: session.log }).pipe(
      tap((event) => tell(session, title, event)),
      switchMap(follow),
      takeUntil(stopped()),
      ignoreElements(),
    );
    return concat(events, printed.pipe(ignoreElements()), of(0));
  });

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

/** Glasses are shown as they change; without a terminal the last picture is printed when the panel is taken back. */
function view({ screen, log, print }: Session, title: PanelTitle) {
  if (screen.columns !== undefined) {
    const watch = glassView(screen, log);
    const follow = (event: UsbipEvent) => (event.kind === 'imported' ? watch(title, event.panel) : EMPTY);
    return { follow, printed: EMPTY };
  }
  let held: EmulatedPanel | undefined;
  const printed = defer(() => {
    const frame = held?.device.glass();
    held = undefined;
    return frame ? pictureText({ plan: title, frame, cell: 'pixel' }).pipe(tap(print)) : EMPTY;
  });
  const follow = (event: UsbipEvent) => {
    if (event.kind === 'imported') held = event.panel;
    return event.kind === 'released' ? printed : EMPTY;
  };
  return { follow, printed };
}

function tell({ print, log }: Session, { name, driver, model }: PanelTitle, event: UsbipEvent): void {
  if (event.kind === 'imported') log.info(`${name}: plugged in by ${event.peer}`);
  else if (event.kind === 'released') log.info(`${name}: pulled out by ${event.peer}`);
  else print(attaching(`${driver.name} ${model.name}`, event.port, event.busids));
}

function attaching(panel: string, port: number, busids: readonly string[]): string {
  const option = port === 3240 ? '' : `--tcp-port ${port} `;
  return [
    `an emulated ${panel} waits on port ${port} of ${HOST}; to plug it into this machine:`,
    '  sudo modprobe vhci-hcd',
    ...busids.map((busid) => `  sudo usbip ${option}attach -r ${HOST} -b ${busid}`),
    'Ctrl-C pulls it out\n',
  ].join('\n');
}
