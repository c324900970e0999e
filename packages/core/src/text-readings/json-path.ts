/** A key of an object, or a place in a list; places below 0 count from the end. */
type JsonStep = string | number;

/** What a path into JSON looks like: `main.temp`, `rooms[0].name`, `list[-1]`, `["odd. name"].x`; it may begin with `$`. */
export const JSON_PATH = String.raw`^(\$?\.?[^$.[\]"][^.[\]"]*|\$?\[-?\d+\]|\$?\["[^"]*"\])(\.[^.[\]"]+|\[-?\d+\]|\["[^"]*"\])*$`;

const STEP = /\[(-?\d+)\]|\["([^"]*)"\]|([^.[\]"]+)/g;

/** The steps of a path that matches `JSON_PATH`. */
export const jsonSteps = (path: string): readonly JsonStep[] =>
  [...path.replace(/^\$/, '').matchAll(STEP)].map(([, place, quoted, plain]) =>
    place === undefined ? (quoted ?? plain!) : Number(place),
  );

/** What lies there; `undefined` when there is nothing, or null. Follows own properties only. */
export function jsonValueAt(json: unknown, steps: readonly JsonStep[]): unknown {
  let value = json;
  for (const step of steps) {
    if (typeof value !== 'object' || value === null) return undefined;
    if (typeof step === 'number') value = Array.isArray(value) ? value.at(step) : undefined;
    else value = Object.hasOwn(value, step) ? (value as Readonly<Record<string, unknown>>)[step] : undefined;
  }
  return value ?? undefined;
}
