import type { ScreenInput, ScreenOutput } from './streams.ts';

/** How panels are shown: painted as they change, or as text without colours when they close. */
export type ScreenMode = 'live' | 'plain';

/** What a screen is made of. Nothing is touched before the first panel is connected. */
export interface ScreenOptions {
  readonly output: ScreenOutput;
  readonly input: ScreenInput;
  /** By the output when left out: `live` on a terminal, otherwise `plain`. */
  readonly mode?: ScreenMode;
  /** Ctrl-C was typed: in raw mode the terminal makes no signal of it. */
  onInterrupt(): void;
}
