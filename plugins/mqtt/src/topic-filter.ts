/** What a topic to subscribe to looks like: `+` and `#` stand alone in their level, `#` in the last (MQTT 3.1.1, 4.7.1). */
export const TOPIC = String.raw`^(?:(?:\+|[^+#/\u0000]*)/)*(?:\+|#|[^+#/\u0000]+)$`;

/** Whether it stands for more than one topic. */
export const hasWildcards = (filter: string): boolean => /[+#]/.test(filter);

/**
 * What the wildcards of a filter stand for in a topic, joined by `/`: `kitchen` for `home/+/temperature` and
 * `home/kitchen/temperature`; an empty text where there are none. `undefined` when the topic does not match.
 */
export function wildcardsIn(filter: string, topic: string): string | undefined {
  const wanted = filter.replace(/^\$share\/[^/]*\//, '').split('/');
  const given = topic.split('/');
  // Topics of the broker itself are not part of all topics (4.7.2).
  if (topic.startsWith('$') && /^[+#]/.test(wanted[0]!)) return undefined;
  const found: string[] = [];
  for (const [depth, level] of wanted.entries()) {
    if (level === '#') return [...found, ...given.slice(depth)].join('/');
    if (level === '+' && depth < given.length) found.push(given[depth]!);
    else if (level !== given[depth]) return undefined;
  }
  return given.length === wanted.length ? found.join('/') : undefined;
}
