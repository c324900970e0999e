/** What a plugin may bring that a config names. */
export type Kind = 'driver' | 'widget' | 'source';

const brought = (owner: string, names: string): Readonly<Record<string, string>> =>
  Object.fromEntries(names.split(' ').map((name) => [name, owner]));

/** Packages that bring well-known names, for people who name something they have not installed. */
const KNOWN_PLUGINS: Readonly<Record<Kind, Readonly<Record<string, string>>>> = {
  driver: {
    picolcd: '@lcdflow/plugin-picolcd',
    terminal: '@lcdflow/plugin-terminal',
    png: '@lcdflow/plugin-png',
  },
  widget: {
    bar: '@lcdflow/widget-bar',
    clock: '@lcdflow/widget-clock',
    countdown: '@lcdflow/widget-countdown',
    calendar: '@lcdflow/widget-calendar',
    cpu: '@lcdflow/widget-cpu',
    gauge: '@lcdflow/widget-gauge',
    frame: '@lcdflow/widget-frame',
    graph: '@lcdflow/widget-graph',
    icon: '@lcdflow/widget-icon',
    led: '@lcdflow/widget-led',
    ring: '@lcdflow/widget-ring',
    separator: '@lcdflow/widget-separator',
    spacer: '@lcdflow/widget-spacer',
    sparkline: '@lcdflow/widget-sparkline',
    text: '@lcdflow/widget-text',
  },
  source: {
    ...brought(
      '@lcdflow/plugin-system',
      'cpu frequency memory swap load pressure uptime host os processes top users descriptors ' +
        'disk disks diskio drives network wireless temperature sensors battery',
    ),
    ...brought('@lcdflow/plugin-gpu', 'gpu'),
    ...brought('@lcdflow/plugin-exec', 'exec'),
    ...brought('@lcdflow/plugin-files', 'file fifo log'),
    ...brought('@lcdflow/plugin-http', 'http prometheus'),
    ...brought('@lcdflow/plugin-demo', 'counter wave random'),
  },
};

/** The package that brings a name, if it is well known. */
export function packageOf(kind: Kind, name: string): string | undefined {
  const packages = KNOWN_PLUGINS[kind];
  return Object.hasOwn(packages, name) ? packages[name] : undefined;
}

/** The package that is meant by a plugin's short name, or by the name of something it brings. */
export function packageNamed(name: string): string | undefined {
  const all = Object.values(KNOWN_PLUGINS).flatMap((packages) => Object.entries(packages));
  return all.find(([brought, owner]) => brought === name || owner.endsWith(`-${name}`))?.[1];
}
