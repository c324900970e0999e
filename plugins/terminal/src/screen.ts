import type { Completion, Transport } from '@lcdflow/core';
import { defer, NEVER, Observable } from 'rxjs';
import { Panel, type PanelAddress } from './panel.ts';
import { plainPicture } from './plain.ts';
import type { ScreenOptions } from './screen-options.ts';
import { Stage } from './stage.ts';
import type { ScreenOutput } from './streams.ts';

/** The owner of the terminal while any panel is connected. */
export interface Screen {
  /** Whether it owns the terminal now, so that nobody else may write to it. */
  readonly live: boolean;
  /** How many columns the terminal has; `undefined` when pictures are only printed, so that any width will do. */
  readonly columns: number | undefined;
  /**
   * Opens a region for a panel: subscribing opens, unsubscribing closes. Its packets are described in the README.
   * Errors with `disconnected` when the output fails.
   */
  connect(address: PanelAddress): Observable<Transport>;
  /** Shows a line below the panels, where the newest three stay. Does nothing while the screen is not live. */
  note(line: string): void;
}

function plainTransport(panel: Panel): Transport {
  const submit = (packet: Uint8Array) =>
    new Observable<Completion>((subscriber) => {
      panel.draw(packet);
      subscriber.next({ packet, bytes: packet.length });
      subscriber.complete();
    });
  return { submit, incoming: NEVER };
}

const printed = (panel: Panel, output: ScreenOutput): Observable<Transport> =>
  new Observable((subscriber) => {
    subscriber.next(plainTransport(panel));
    return () => {
      if (panel.drawn) output.write(plainPicture(panel), () => undefined);
    };
  });

/** A screen on two streams, such as `process.stdout` and `process.stdin`. */
export function createScreen(options: ScreenOptions): Screen {
  const stage = new Stage(options);
  const isPlain = () => (options.mode ?? (options.output.isTTY ? 'live' : 'plain')) === 'plain';
  return {
    get live() {
      return stage.live;
    },
    get columns() {
      return isPlain() ? undefined : stage.size.width;
    },
    connect: (address) =>
      defer(() => {
        const panel = new Panel(address);
        return isPlain() ? printed(panel, options.output) : stage.show(panel);
      }),
    note: (line) => stage.note(line),
  };
}
