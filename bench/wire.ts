import { picolcd256x64Emulator } from '@lcdflow/plugin-picolcd';
import { tap, timer } from 'rxjs';
import { emulated } from './emulation.ts';
import type { Figure } from './figure.ts';

const { interval } = picolcd256x64Emulator;
const words = 'picoLCDGraphics '.repeat(3).slice(0, 42);
const full = (inverted: boolean) =>
  `{ column: [${Array.from({ length: 8 }, () => `{ text: '${words}', inverted: ${inverted} }`).join(', ')}] }`;

/** A repaint of the whole glass: the page of letters, inverted at 2 s. */
export function repaint(): readonly Figure[] {
  const config = `
displays: { front: { driver: picolcd, rotate: 2s } }
pages: { normal: ${full(false)}, inverted: ${full(true)} }`;
  const { events } = emulated(config, 3_900);
  const turned = events.filter(({ at, kind }) => at >= 2_000 && kind === 'done').map(({ at }) => at);
  const intervals = (turned.at(-1)! - turned[0]!) / interval + 1;
  return [
    { name: 'full repaint', value: turned.length, unit: 'packets', goal: { atMost: 64 } },
    {
      name: 'bus intervals used in a full repaint',
      value: (100 * turned.length) / intervals,
      unit: '%',
      goal: { atLeast: 99 },
    },
    { name: 'full repaint takes', value: intervals * interval, unit: 'ms of virtual time' },
  ];
}

const busy = `
displays: { front: { driver: picolcd } }
pages:
  main:
    column:
      - row:
          - { clock: { format: 'HH:mm:ss', font: 6x8 }, size: 64px }
          - { text: 'load {{ fixed(load.value, 2) }}', size: 72px }
          - { bar: level.value, size: 8ch }
        size: 1lines
      - text: nothing changes here
`;

/** A clock (1 Hz), a load figure (1 Hz) and a bar (2 Hz), all of which change every time. */
export function smallChanges(): readonly Figure[] {
  const seconds = 120;
  const settled = 2_000;
  const { events } = emulated(busy, settled + seconds * 1_000);
  const sent = events.filter(({ at, kind }) => at >= settled && kind === 'done').length;
  return [{ name: 'page with clock, load and bar', value: sent / seconds, unit: 'packets/s', goal: { atMost: 4 } }];
}

/** A page whose values do not change. */
export function nothingChanges(): readonly Figure[] {
  const config = `
displays: { front: { driver: picolcd } }
pages: { main: { column: [{ text: 'nothing' }, { bar: '70' }, { clock: 'YYYY' }] } }`;
  const { counters } = emulated(config, 600_000);
  const first = emulated(config, 2_000).counters;
  return [
    {
      name: 'page that does not change, for ten minutes',
      value: counters.packets - first.packets,
      unit: 'packets',
      goal: { atMost: 0 },
    },
  ];
}

const KEY_AT = 200;

/** A key turns the page in the middle of a repaint, at each of the eight ms of an interval. */
export function pageSwitch(): readonly Figure[] {
  const config = `
displays: { front: { driver: picolcd } }
pages: { normal: ${full(false)}, inverted: ${full(true)} }
keys: { front.down: page.next }`;
  const waits = Array.from({ length: interval }, (_, phase) => {
    const at = KEY_AT + phase;
    const { events } = emulated(config, 1_000, (panel) => timer(at).pipe(tap(() => panel.press('down', true))));
    const submitted = events.find((event) => event.kind === 'submitted' && event.at > at)!.at;
    const before = events.filter((event) => event.kind === 'submitted' && event.at < submitted).length;
    const done = events.filter(({ kind }) => kind === 'done')[before]!.at;
    return { handed: (submitted - at) / interval, shown: (done - at) / interval };
  });
  return [
    {
      name: 'page switch in a repaint: first new area is handed to the bus after',
      value: Math.max(...waits.map(({ handed }) => handed)),
      unit: 'intervals',
      goal: { atMost: 2 },
    },
    {
      name: 'page switch in a repaint: first new area is on the glass after',
      value: Math.max(...waits.map(({ shown }) => shown)),
      unit: 'intervals',
    },
  ];
}
