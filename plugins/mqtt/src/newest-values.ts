/** Values by name, with the time each came; of too many the one that has not come again for longest is forgotten. */
export interface NewestValues {
  readonly size: number;
  /** `now` is ms since 1970. */
  set(name: string, value: unknown, now: number): void;
  /** Drops what came at a time or before. True when there was any. */
  dropUntil(time: number): boolean;
  delete(name: string): void;
  clear(): void;
  get(name: string): unknown;
  all(): Readonly<Record<string, unknown>>;
}

export function newestValues(most: number): NewestValues {
  const found = new Map<string, { readonly value: unknown; readonly at: number }>();
  return {
    get size() {
      return found.size;
    },
    set: (name, value, now) => {
      found.delete(name);
      found.set(name, { value, at: now });
      if (found.size > most) found.delete(found.keys().next().value!);
    },
    dropUntil: (time) => {
      const old = [...found].filter(([, { at }]) => at <= time);
      for (const [name] of old) found.delete(name);
      return old.length > 0;
    },
    delete: (name) => void found.delete(name),
    clear: () => found.clear(),
    get: (name) => found.get(name)?.value,
    all: () => Object.fromEntries([...found].map(([name, { value }]) => [name, value])),
  };
}
