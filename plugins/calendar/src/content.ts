/** One event at one time. Times are ms since 1970. */
export interface Event {
  readonly summary: string;
  readonly location: string | undefined;
  readonly start: number;
  /** When it is over; with a whole day the beginning of the next. */
  readonly end: number;
  readonly allDay: boolean;
}

/** Events in any order, and what cannot be understood. */
export interface Found {
  readonly events: readonly Event[];
  readonly problem?: string;
}

/** A calendar that has been read. */
export interface Calendar {
  /** All that is on between two times (ms), worked out bit by bit. */
  found(from: number, to: number): Generator<void, Found>;
}

/** What is at a path or an address. */
export interface Content {
  readonly calendar?: Calendar;
  readonly problem?: string;
  /** True when it is only out of reach. */
  readonly mayComeBack?: boolean;
}
