import type { Completion, LcdError, Transport } from '@lcdflow/core';
import { lastValueFrom, Subscription } from 'rxjs';
import { encodePacket } from '../src/packet.ts';
import { createScreen } from '../src/screen.ts';
import type { ScreenMode } from '../src/screen-options.ts';
import { VirtualKeyboard, VirtualTerminal } from './virtual-terminal.ts';

/** A panel that a test has opened, with what it has heard. */
export interface Shown {
  readonly transport: Transport;
  readonly subscription: Subscription;
  readonly errors: LcdError[];
  readonly typed: string[];
  draw(row: number, column: number, text: string): Promise<Completion>;
}

let open = new Subscription();

/** Closes all panels that a test has left open; for `afterEach`. */
export function closePanels(): void {
  open.unsubscribe();
  open = new Subscription();
}

/** A screen on a virtual terminal; its panels stay open until `closePanels`. */
export function screenOn(
  columns: number,
  rows: number,
  { tty = true, mode }: { tty?: boolean; mode?: ScreenMode } = {},
) {
  const terminal = new VirtualTerminal(columns, rows);
  const keyboard = new VirtualKeyboard(tty);
  const interrupts: string[] = [];
  const screen = createScreen({
    output: terminal,
    input: keyboard,
    onInterrupt: () => interrupts.push('stop'),
    ...(mode && { mode }),
  });
  const show = (title: string, rows: number, columns: number): Shown => {
    let transport!: Transport;
    const errors: LcdError[] = [];
    const typed: string[] = [];
    const subscription = screen.connect({ title, rows, columns }).subscribe({
      next: (opened) => {
        transport = opened;
      },
      error: (error) => errors.push(error),
    });
    open.add(subscription);
    transport.incoming.subscribe((bytes) => typed.push(new TextDecoder().decode(bytes)));
    const draw = (row: number, column: number, text: string) =>
      lastValueFrom(transport.submit(encodePacket({ row, column, runs: [{ text }] })));
    return { transport, subscription, errors, typed, draw };
  };
  return { terminal, keyboard, interrupts, screen, show };
}
