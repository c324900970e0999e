/**
 * Runs what a native callback has to do. The usb module swallows exceptions of its callbacks (DEP0168), so they are
 * thrown again outside, where the program sees them.
 */
export function unswallowed(work: () => void): void {
  try {
    work();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
