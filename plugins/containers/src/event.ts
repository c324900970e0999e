/** What people and health checks do inside a container changes nothing of it. */
const INSIDE = /^(exec_|attach|detach|resize|top$|export$|commit$|copy$|archive-path|extract-to-dir)/;

/** Whether a line of the event stream (Docker Engine API, SystemEvents) says that a container has changed. */
export function isChange(line: string): boolean {
  const { Action: action = undefined, status = action } = eventIn(line);
  return typeof status === 'string' && !INSIDE.test(status);
}

function eventIn(line: string): { readonly Action?: unknown; readonly status?: unknown } {
  try {
    return JSON.parse(line) ?? {};
  } catch {
    return {};
  }
}
