import { type Completion, LcdError, type Size, type Transport } from '@lcdflow/core';
import { Observable } from 'rxjs';
import { layOut, type Placement } from './layout.ts';
import { PacedOutput } from './paced-output.ts';
import { CLEAR, paintNotes, paintPanel, paintSpans, update } from './paint.ts';
import type { Panel } from './panel.ts';
import { printableLine } from './printable.ts';
import type { ScreenOptions } from './screen-options.ts';
import { takeOver } from './takeover.ts';

const NEWEST = 3;
const INTERRUPT = 0x03;
const TAB = 0x09;

interface OpenPanel {
  readonly panel: Panel;
  lost(error: LcdError): void;
}

const lostBy = (error: Error): LcdError =>
  new LcdError('disconnected', `terminal: it takes nothing more: ${error.message}`, { cause: error });

/** The live screen: panels below each other and the newest notes, for as long as any panel is open. */
export class Stage {
  readonly #options: ScreenOptions;
  readonly #paced: PacedOutput;
  #open: readonly OpenPanel[] = [];
  #focus = 0;
  #notes: readonly string[] = [];
  #placements: readonly Placement<Panel>[] = [];
  #allStale = false;
  #notesStale = false;
  #giveBack: (() => void) | undefined;

  constructor(options: ScreenOptions) {
    this.#options = options;
    this.#paced = new PacedOutput(
      (text, done) => options.output.write(text, done),
      () => (this.live ? update(this.#takeStale()) : ''),
    );
  }

  get live(): boolean {
    return this.#giveBack !== undefined;
  }

  get size(): Size {
    // A pseudo terminal that nobody has given a size says 0.
    return { width: this.#options.output.columns || 80, height: this.#options.output.rows || 24 };
  }

  show(panel: Panel): Observable<Transport> {
    return new Observable((subscriber) => {
      const open: OpenPanel = { panel, lost: (error) => subscriber.error(error) };
      this.#enter(open);
      subscriber.next({ submit: (packet) => this.#submit(panel, packet), incoming: panel.typed.asObservable() });
      return () => this.#leave(open);
    });
  }

  note(line: string): void {
    if (!this.live) return;
    const notes = [...this.#notes, ...line.trimEnd().split('\n').map(printableLine)].slice(-NEWEST);
    this.#allStale ||= notes.length !== this.#notes.length;
    this.#notesStale = true;
    this.#notes = notes;
    this.#paced.request();
  }

  #enter(open: OpenPanel): void {
    this.#open = [...this.#open, open];
    this.#giveBack ??= takeOver(this.#options.output, this.#options.input, {
      typed: (bytes) => this.#typed(bytes),
      resized: () => this.#repaint(),
      failed: (error) => this.#lose(error),
    });
    this.#repaint();
  }

  #leave(open: OpenPanel): void {
    const index = this.#open.indexOf(open);
    this.#open = this.#open.filter((other) => other !== open);
    if (this.#focus > index || this.#focus === this.#open.length) this.#focus = Math.max(0, this.#focus - 1);
    if (this.#open.length > 0) {
      this.#repaint();
      return;
    }
    this.#giveBack?.();
    this.#giveBack = undefined;
    this.#notes = [];
  }

  #submit(panel: Panel, packet: Uint8Array): Observable<Completion> {
    return new Observable((subscriber) => {
      panel.draw(packet);
      this.#paced.request({
        done() {
          subscriber.next({ packet, bytes: packet.length });
          subscriber.complete();
        },
        failed: (error) => subscriber.error(lostBy(error)),
      });
    });
  }

  #typed(bytes: Uint8Array): void {
    if (bytes.includes(INTERRUPT)) this.#options.onInterrupt();
    const several = this.#open.length > 1;
    const rest = bytes.filter((byte) => byte !== INTERRUPT && !(several && byte === TAB));
    if (several && bytes.includes(TAB)) {
      this.#focus = (this.#focus + 1) % this.#open.length;
      this.#repaint();
    }
    if (rest.length > 0) this.#open[this.#focus]?.panel.typed.next(rest);
  }

  #lose(error: Error): void {
    for (const open of this.#open) open.lost(lostBy(error));
  }

  #repaint(): void {
    this.#allStale = true;
    this.#paced.request();
  }

  #takeStale(): readonly string[] {
    const all = this.#allStale;
    const notes = all || this.#notesStale ? [paintNotes(this.#notes, this.size)] : [];
    this.#allStale = false;
    this.#notesStale = false;
    if (!all) return [...this.#placements.map((placed) => paintSpans(placed, placed.panel.takeChanges())), ...notes];
    const panels = this.#open.map(({ panel }) => panel);
    for (const panel of panels) panel.takeChanges();
    this.#placements = layOut(panels, this.size, this.#notes.length);
    const marked = panels.length > 1 ? panels[this.#focus] : undefined;
    return [CLEAR, ...this.#placements.map((placed) => paintPanel(placed, placed.panel === marked)), ...notes];
  }
}
