import { execFileSync, spawnSync } from 'node:child_process';

/** Whether tmux is installed. */
export const hasTmux = spawnSync('tmux', ['-V']).status === 0;

/** What a shell in a terminal says when it waits for a command. */
export const PROMPT = 'ready> ';

/** A shell in a terminal of a server of its own. */
export interface Terminal {
  type(text: string): void;
  /** A key by its name in tmux: `Down`, `C-c`, `Enter`. */
  press(key: string): void;
  /** The letters on the screen, line by line, without blanks at the ends. */
  text(): string;
  /** The same with its colours, as SGR sequences. */
  styled(): string;
  /** Whether a program has the alternate screen. */
  isAlternate(): boolean;
  isCursorShown(): boolean;
  resize(columns: number, rows: number): void;
  close(): void;
}

let servers = 0;

/** Opens a terminal of so many columns and rows. */
export function openTerminal(columns: number, rows: number, cwd: string): Terminal {
  const server = ['-L', `lcdflow-${process.pid}-${servers++}`, '-f', '/dev/null'];
  const tmux = (...args: string[]): string => execFileSync('tmux', [...server, ...args], { encoding: 'utf8' });
  const size = ['-x', String(columns), '-y', String(rows)];
  const shell = ['env', '-u', 'ENV', `PS1=${PROMPT}`, 'LC_ALL=C.UTF-8', 'sh'];
  tmux('-u', 'new-session', '-d', ...size, '-c', cwd, ...shell);
  const flag = (name: string): boolean => tmux('display-message', '-p', `#{${name}}`).trim() === '1';
  return {
    type: (text) => tmux('send-keys', '-l', text),
    press: (key) => tmux('send-keys', key),
    text: () => tmux('capture-pane', '-p'),
    styled: () => tmux('capture-pane', '-p', '-e', '-N'),
    isAlternate: () => flag('alternate_on'),
    isCursorShown: () => flag('cursor_flag'),
    resize: (width, height) => tmux('resize-window', '-x', String(width), '-y', String(height)),
    close: () => tmux('kill-server'),
  };
}
