export { serialBus } from './bus.ts';
export { type FarEnd, pseudoTerminal } from './pseudo-terminal.ts';
