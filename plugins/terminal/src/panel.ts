import { LcdError, type Size } from '@lcdflow/core';
import { Subject } from 'rxjs';
import { Grid } from './grid.ts';
import { decodePacket } from './packet.ts';
import { printableLine } from './printable.ts';

/** What a panel's region is opened with, as the address of the bus. */
export interface PanelAddress {
  /** Stands above the region. */
  readonly title: string;
  /** Rows of text, at least 1. */
  readonly rows: number;
  /** Columns of text, at least 1. */
  readonly columns: number;
}

/** Cells of a row that changed: from one column up to, but not with, another. */
export interface Span {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

const MOST = 0xffff;
const isLength = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MOST;

/** Checks the address of a region. @throws LcdError `config` */
export function panelAddress({ title, rows, columns }: Readonly<Record<string, unknown>>): PanelAddress {
  if (typeof title === 'string' && isLength(rows) && isLength(columns)) return { title, rows, columns };
  throw new LcdError('config', `terminal: a panel needs a title, and rows and columns from 1 to ${MOST}`);
}

/** A region of the terminal: what it should show, and which part of that has not been painted yet. */
export class Panel {
  readonly title: string;
  readonly grid: Grid;
  /** Bytes typed by the person. */
  readonly typed = new Subject<Uint8Array>();
  #changed = new Map<number, Span>();
  #drawn = false;

  constructor({ title, rows, columns }: PanelAddress) {
    this.title = printableLine(title);
    this.grid = new Grid({ width: columns, height: rows });
  }

  get size(): Size {
    return this.grid;
  }

  /** Whether it has ever been drawn on. */
  get drawn(): boolean {
    return this.#drawn;
  }

  /** @throws LcdError `protocol` */
  draw(packet: Uint8Array): void {
    const { row, column, text } = decodePacket(packet);
    const to = this.grid.write(row, column, text);
    this.#drawn = true;
    if (row >= this.grid.height || to <= column) return;
    const span = this.#changed.get(row) ?? { from: column, to };
    this.#changed.set(row, { row, from: Math.min(span.from, column), to: Math.max(span.to, to) });
  }

  /** What changed since it was asked last. */
  takeChanges(): readonly Span[] {
    const changes = [...this.#changed.values()];
    this.#changed = new Map();
    return changes;
  }
}
