import process from 'node:process';
import type { ScreenInput, ScreenOutput } from './streams.ts';

/** What the owner of a terminal hears. */
export interface TerminalEvents {
  typed(bytes: Uint8Array): void;
  resized(): void;
  failed(error: Error): void;
}

/** Alternate screen with the cursor saved (xterm ctlseqs, DECSET 1049), cursor hidden (DECTCEM, mode 25). */
const ENTER = '\x1b[?1049h\x1b[?25l\x1b[0m\x1b[2J';
/**
 * Also ends a synchronized update that the end of the process may have cut. Wiped first because tmux 3.3 wraps rows of
 * the alternate screen into the history of the main one when the terminal has been resized meanwhile.
 */
const LEAVE = '\x1b[?2026l\x1b[0m\x1b[2J\x1b[?25h\x1b[?1049l';

function takeInput(input: ScreenInput, typed: (bytes: Uint8Array) => void): () => void {
  if (!input.isTTY) return () => undefined;
  const wasRaw = input.isRaw === true;
  const wasFlowing = input.readableFlowing === true;
  input.setRawMode?.(true);
  input.on('data', typed);
  input.resume();
  return () => {
    input.off('data', typed);
    if (!wasFlowing) input.pause();
    if (!wasRaw) input.setRawMode?.(false);
  };
}

function takeOutput(output: ScreenOutput, { resized, failed }: TerminalEvents): () => void {
  output.on('error', failed);
  output.on('resize', resized);
  output.write(ENTER, () => undefined);
  return () => {
    output.off('resize', resized);
    // A broken stream reports later that this has not gone either: somebody must listen then.
    output.write(LEAVE, (error) => {
      if (!error) output.off('error', failed);
    });
  };
}

/**
 * Makes the terminal one's own: alternate screen, no cursor, and raw keys if they come from a terminal. Returns what
 * gives it back as it was, which also happens when the process exits.
 */
export function takeOver(output: ScreenOutput, input: ScreenInput, events: TerminalEvents): () => void {
  const giveOutput = takeOutput(output, events);
  const giveInput = takeInput(input, events.typed);
  let taken = true;
  const giveBack = () => {
    if (!taken) return;
    taken = false;
    process.off('exit', giveBack);
    giveInput();
    giveOutput();
  };
  process.on('exit', giveBack);
  return giveBack;
}
