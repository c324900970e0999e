export { type FontOpenerOptions, fontOpener } from './font-opener.ts';
