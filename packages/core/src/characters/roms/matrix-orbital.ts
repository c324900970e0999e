import { hd44780A00 } from './hd44780-a00.ts';

/**
 * The font of Matrix Orbital's LCD, LK and VK panels: that of the HD44780 with ROM code A00. Public drivers agree on the
 * bytes for the full block (ff) and the arrows (7e, 7f); the rest is unconfirmed, above all for VFDs. The byte fe begins a
 * command there; it is blank in this ROM and never shown.
 */
export const matrixOrbitalRom = { ...hd44780A00, name: 'Matrix Orbital' };
