/**
 * What stands round a part gives way to it: of the cells taken at both ends of a place, those that leave something of it.
 * The far end, below or on the right, is given up first.
 */
export function sidesWithin(whole: number, near: number, far: number): readonly [near: number, far: number] {
  if (near + far < whole) return [near, far];
  return [near < whole ? near : 0, 0];
}
