export { asciiRom } from './ascii.ts';
export { hd44780A00 } from './hd44780-a00.ts';
export { hd44780A02 } from './hd44780-a02.ts';
export { ks0073 } from './ks0073.ts';
export { matrixOrbitalRom } from './matrix-orbital.ts';
