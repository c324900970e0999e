/** What opens a port. */
export interface OpenOptions {
  readonly path: string;
  readonly baudRate: number;
  readonly dataBits?: 5 | 6 | 7 | 8;
  readonly parity?: 'none' | 'even' | 'odd';
  readonly stopBits?: 1 | 1.5 | 2;
  readonly rtscts?: boolean;
  readonly xon?: boolean;
  readonly xoff?: boolean;
}

/** Outgoing modem lines and the others that are set with them. */
export interface ModemLines {
  readonly dtr: boolean;
  readonly rts: boolean;
  readonly brk: boolean;
  readonly cts: boolean;
  readonly dsr: boolean;
}

/** The part of a port of `serialport`'s binding that is used: promises, no streams. */
export interface PortHandle {
  /** One at a time. Errors with `canceled` when the port is closed, otherwise the port is lost. */
  read(buffer: Buffer, offset: number, length: number): Promise<{ readonly bytesRead: number }>;
  /** One at a time. Resolves when the kernel has taken all. */
  write(buffer: Buffer): Promise<void>;
  set(lines: ModemLines): Promise<void>;
  /** Drops what the kernel has not sent, and what nobody has read. */
  flush(): Promise<void>;
  close(): Promise<void>;
  /** Where there is one it hears of a hang-up at once, also when nothing is read or written. */
  readonly poller?: HangUpPoller;
}

/** Undocumented, but the only way to notice an unplugging while nothing goes over the line. */
export interface HangUpPoller {
  once(event: 'disconnect', listener: (error: HangUp | null) => void): unknown;
  off(event: 'disconnect', listener: (error: HangUp | null) => void): unknown;
}

/** `canceled`: the port was closed, nothing is lost. */
export type HangUp = Error & { readonly canceled?: boolean };

/** The npm module `serialport` 13, as far as it is used. */
export interface SerialModule {
  open(options: OpenOptions): Promise<PortHandle>;
}
