import type { Plugin, PluginFactory } from '@lcdflow/core';
import { type Screen, terminalPlugin } from '@lcdflow/plugin-terminal';
import { time } from './time.ts';

type Brought = Plugin | PluginFactory;

/** A plugin that every config may use without naming it. */
export interface Builtin {
  /** Everything in it that a config can name: the plugin, its drivers, sources and widgets. */
  readonly names: string;
  load(): Promise<{ readonly default: Brought }>;
}

/** Those that lie in modules of their own, displays first, then sources, then widgets. */
export const BUILTINS: readonly Builtin[] = [
  { names: 'picolcd', load: () => import('@lcdflow/plugin-picolcd') },
  { names: 'matrix-orbital', load: () => import('@lcdflow/plugin-matrix-orbital') },
  { names: 'crystalfontz', load: () => import('@lcdflow/plugin-crystalfontz') },
  { names: 'hd44780 lcd2usb hd44780-serial hd44780-i2c', load: () => import('@lcdflow/plugin-hd44780') },
  { names: 'vt', load: () => import('@lcdflow/plugin-vt') },
  { names: 'png', load: () => import('@lcdflow/plugin-png') },
  {
    names:
      'system cpu frequency memory swap load pressure uptime host os processes top users descriptors disk disks diskio ' +
      'drives network wireless temperature sensors battery',
    load: () => import('@lcdflow/plugin-system'),
  },
  { names: 'gpu', load: () => import('@lcdflow/plugin-gpu') },
  { names: 'exec', load: () => import('@lcdflow/plugin-exec') },
  { names: 'files file fifo log', load: () => import('@lcdflow/plugin-files') },
  { names: 'demo counter wave random', load: () => import('@lcdflow/plugin-demo') },
  { names: 'http prometheus weather', load: () => import('@lcdflow/plugin-http') },
  { names: 'mqtt', load: () => import('@lcdflow/plugin-mqtt') },
  { names: 'mpd', load: () => import('@lcdflow/plugin-mpd') },
  { names: 'ping', load: () => import('@lcdflow/plugin-ping') },
  { names: 'containers', load: () => import('@lcdflow/plugin-containers') },
  { names: 'dbus mpris systemd', load: () => import('@lcdflow/plugin-dbus') },
  { names: 'imap', load: () => import('@lcdflow/plugin-imap') },
  { names: 'events calendar', load: () => import('@lcdflow/plugin-calendar') },
  { names: 'bar', load: () => import('@lcdflow/widget-bar') },
  { names: 'calendar', load: () => import('@lcdflow/widget-calendar') },
  { names: 'canvas', load: () => import('@lcdflow/widget-canvas') },
  { names: 'clock', load: () => import('@lcdflow/widget-clock') },
  { names: 'countdown', load: () => import('@lcdflow/widget-countdown') },
  { names: 'cpu', load: () => import('@lcdflow/widget-cpu') },
  { names: 'frame', load: () => import('@lcdflow/widget-frame') },
  { names: 'gauge', load: () => import('@lcdflow/widget-gauge') },
  { names: 'graph', load: () => import('@lcdflow/widget-graph') },
  { names: 'icon', load: () => import('@lcdflow/widget-icon') },
  { names: 'image', load: () => import('@lcdflow/widget-image') },
  { names: 'led', load: () => import('@lcdflow/widget-led') },
  { names: 'number', load: () => import('@lcdflow/widget-number') },
  { names: 'qr', load: () => import('@lcdflow/widget-qr') },
  { names: 'ring', load: () => import('@lcdflow/widget-ring') },
  { names: 'separator', load: () => import('@lcdflow/widget-separator') },
  { names: 'spacer', load: () => import('@lcdflow/widget-spacer') },
  { names: 'sparkline', load: () => import('@lcdflow/widget-sparkline') },
  { names: 'table', load: () => import('@lcdflow/widget-table') },
  { names: 'text', load: () => import('@lcdflow/widget-text') },
];

/**
 * What loads the plugins that a config may use without naming them; those that take options as what makes them. Of a
 * config's text it loads only those of which something is named in it: most of a start goes into loading.
 */
export const builtinsOn =
  (screen: Screen) =>
  async (text?: string): Promise<readonly Brought[]> => {
    const isNamed = ({ names }: Builtin): boolean =>
      text === undefined || names.split(' ').some((name) => text.includes(name));
    const loaded = await Promise.all(BUILTINS.filter(isNamed).map(({ load }) => load()));
    return [terminalPlugin(screen), time, ...loaded.map((module) => module.default)];
  };
