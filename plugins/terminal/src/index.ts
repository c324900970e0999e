import process from 'node:process';
import { definePlugin, type Plugin } from '@lcdflow/core';
import { defer } from 'rxjs';
import { terminalDriver } from './driver.ts';
import { panelAddress } from './panel.ts';
import { createScreen, type Screen } from './screen.ts';

export { braille } from './braille.ts';
export { type Glass, type GlyphChoice, glassDisplay } from './glass-display.ts';
export { halfBlocks } from './half-blocks.ts';
export { letters } from './letters.ts';
export { decodePacket, encodePacket } from './packet.ts';
export type { PanelAddress } from './panel.ts';
export { createScreen, type Screen } from './screen.ts';
export type { ScreenMode, ScreenOptions } from './screen-options.ts';
export type { ScreenInput, ScreenOutput } from './streams.ts';
export { type Run, type Style, styledText, type TextRow } from './style.ts';

/** The screen of this process: its streams are looked at when the first panel is connected. Ctrl-C is a SIGINT. */
function processScreen(): Screen {
  return createScreen({
    get output() {
      return process.stdout;
    },
    get input() {
      return process.stdin;
    },
    onInterrupt: () => process.kill(process.pid, 'SIGINT'),
  });
}

/** The driver and the bus `terminal` on a screen; on the screen of this process when none is given. */
export function terminalPlugin(screen: Screen = processScreen()): Plugin {
  return definePlugin({
    name: 'terminal',
    apiVersion: 1,
    drivers: [terminalDriver(screen)],
    buses: [{ name: 'terminal', connect: (address) => defer(() => screen.connect(panelAddress(address))) }],
  });
}

/** Ready for use on the streams of this process. */
export default terminalPlugin();
