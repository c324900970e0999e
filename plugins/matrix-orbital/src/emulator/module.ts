import type { Size } from '@lcdflow/core';

/** A module as the protocol paper describes it (docs/protocol.md section 1). */
export interface EmulatedModule extends Size {
  readonly name: string;
  readonly kind: {
    readonly light: 'backlight' | 'brightness';
    /** The command that sets its level: none, `59` or `99`. */
    readonly dimming: 'switch' | 'quarters' | 'byte';
    readonly contrast: boolean;
    /** Whether `56` and `57` have a parameter. */
    readonly numbered: boolean;
  };
  /** What it answers to `37`. */
  readonly type: number;
  readonly outputs: number;
  /** Names of its keys by the letter they send. */
  readonly keys: Readonly<Record<string, string>>;
}
