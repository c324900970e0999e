/** The heap in MB after cleaning up. @throws Error when node was started without --expose-gc */
export function weighed(): number {
  if (globalThis.gc === undefined) throw new Error('node needs --expose-gc');
  globalThis.gc();
  return process.memoryUsage().heapUsed / 1e6;
}
