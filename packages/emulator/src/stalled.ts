import { LcdError } from '@lcdflow/core';

/** The device has answered a packet with STALL, and the host does not try again. */
export class Stalled extends LcdError {
  constructor() {
    super('protocol', 'the emulated device refuses the packet (stall)');
  }
}
