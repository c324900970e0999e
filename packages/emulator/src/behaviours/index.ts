export type { Behaviour, BusReaction, Receive } from './behaviour.ts';
export { completeLate, refuse, stall, unplug } from './faults.ts';
export { keyBeforeAnswer, report } from './reports.ts';
