import { createScreen } from '@lcdflow/plugin-terminal';

const nobody = { on: () => undefined, off: () => undefined };

/** The screen of a program that nobody looks at. */
export const silentScreen = createScreen({
  output: { ...nobody, write: () => true },
  input: { ...nobody, resume: () => undefined, pause: () => undefined },
  mode: 'plain',
  onInterrupt: () => undefined,
});
