/** How often is looked, in ms. */
const LOOK = 20;

const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Tries something again until it neither throws nor gives `false`. Fails with its error, or says what was waited for. */
export async function until<T>(what: string, attempt: () => T | Promise<T>, patience: number): Promise<T> {
  let failure: unknown = new Error(`${what}: not within ${patience} ms`);
  for (let waited = 0; waited < patience; waited += LOOK) {
    try {
      const result = await attempt();
      if (result !== false) return result;
    } catch (error) {
      failure = error;
    }
    await wait(LOOK);
  }
  throw failure;
}
