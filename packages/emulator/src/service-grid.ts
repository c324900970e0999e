/** The service intervals of a bus: slot `n` lies `n * interval` ms after power-up. */
export interface ServiceGrid {
  /** When a slot comes, in ms of the clock that power-up was read from. */
  timeOf(slot: number): number;
  /** The first slot later than a moment. */
  after(time: number): number;
  /** The first slot at a moment or later. */
  from(time: number): number;
}

export const serviceGrid = (powerUp: number, interval: number): ServiceGrid => ({
  timeOf: (slot) => powerUp + slot * interval,
  after: (time) => Math.floor((time - powerUp) / interval) + 1,
  from: (time) => Math.ceil((time - powerUp) / interval),
});
