/** Pins of the expander as masks (docs/protocol.md section 5.2). */
export interface Wiring {
  readonly name: string;
  readonly rs: number;
  readonly rw: number;
  readonly en: number;
  readonly light: number;
  readonly lightIsLow: boolean;
  /** The pin of D4; D5 to D7 follow. */
  readonly firstData: number;
}

export const WIRINGS: readonly Wiring[] = [
  { name: 'backpack', rs: 0x01, rw: 0x02, en: 0x04, light: 0x08, lightIsLow: false, firstData: 4 },
  { name: 'backpack-en-rs', rs: 0x04, rw: 0x02, en: 0x01, light: 0x08, lightIsLow: false, firstData: 4 },
  { name: 'mjkdz', rs: 0x40, rw: 0x20, en: 0x10, light: 0x80, lightIsLow: true, firstData: 0 },
  { name: 'lcdproc', rs: 0x10, rw: 0x20, en: 0x40, light: 0x80, lightIsLow: true, firstData: 0 },
];
