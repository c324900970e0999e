/** A row of the glass: a text, or a bar from the left that fills so many percent. */
export type Row = string | { readonly bar: number };

/** What a program is to show, and how it is told. */
export interface Job {
  /** From the top. */
  readonly rows: readonly Row[];
  /** Letters in a row. */
  readonly width: number;
  /** The part of its config that is about the display. `PORT` stands for its serial port. */
  readonly config: string;
  /** The name of its driver. */
  readonly driver: string;
  /** Where it may have files. */
  readonly folder: string;
  readonly port: string;
}

/** A program that runs. */
export interface RunningPeer {
  /** What it has said, for a failure. */
  said(): string;
  /** Names of the keys that it has told. */
  keys(): readonly string[];
  stop(): Promise<void>;
}

/** A program that drives displays, too. */
export interface Peer {
  /** What must be installed for it. */
  readonly programs: readonly string[];
  start(job: Job): Promise<RunningPeer>;
}

/** The config of a job with its port. */
export const configOf = ({ config, port }: Job): string => config.replaceAll('PORT', port);
