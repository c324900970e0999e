import { lineAfter } from './line-after.ts';

/** An amount of /proc/meminfo by its name, in bytes; nothing where no line has it. */
export function amountIn(meminfo: string, name: string): number | undefined {
  const kibibytes = /^ +(\d{1,20}) kB$/.exec(lineAfter(meminfo, `${name}:`) ?? '')?.[1];
  return kibibytes === undefined ? undefined : Number(kibibytes) * 1024;
}
