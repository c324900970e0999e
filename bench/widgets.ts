import { type Drawable, layout, letterOf, paint, sourceHub } from '@lcdflow/core';
import { VirtualScheduler } from '@lcdflow/testkit';
import { takeUntil, tap, timer } from 'rxjs';
import { pageStream } from '../packages/core/src/page-stream.ts';
import { widgetStream } from '../packages/core/src/widget-stream.ts';
import { emulated, programOf } from './emulation.ts';
import type { Figure } from './figure.ts';
import { log } from './log.ts';
import { median } from './median.ts';

const SETTLED = 2_000;
const SECONDS = 60;

/** Packets that each step of a line of text takes that moves by five letters a second. */
function packetsOfStep(left: string, place: string): number {
  const steps = 5;
  const words = 'so many words that they cannot fit '.repeat(3);
  const config = `
displays: { front: { driver: picolcd } }
pages:
  main:
    column:
      - row:
          - { text: '', size: ${left} }
          - { text: { value: '${words}', overflow: marquee, speed: ${steps}, pause: 0s }, size: ${place} }
          - text: ''
        size: 1lines`;
  const { events } = emulated(config, SETTLED + SECONDS * 1_000);
  return events.filter(({ at, kind }) => at >= SETTLED && kind === 'done').length / (SECONDS * steps);
}

/** A text that goes by. A packet takes 52 columns of one chip of 64: the kernel's driver needs two for each chip, too. */
export const marquee = (): readonly Figure[] => [
  {
    name: 'a marquee of 16 letters over two chips, at 5 steps a second',
    value: packetsOfStep('16px', '96px'),
    unit: 'packets a step',
    goal: { atMost: 2 },
  },
  {
    name: 'a marquee over nearly the whole width, at 5 steps a second',
    value: packetsOfStep('1px', '250px'),
    unit: 'packets a step',
    goal: { atMost: 8 },
  },
];

const line = (index: number): string => `
      - row:
          - { text: 'line ${index}', size: 10ch }
          - { bar: { value: level.value, color: lime, colors: [{ from: 80, color: red }] } }
          - { text: '{{ fixed(load.value, 2) }}', align: right, size: 6ch }
        size: 1lines`;

/** Twenty widgets in colour: texts, bars, a clock and a graph. */
const COLOURS = `
displays: { front: { driver: png, file: none.png, size: 480x320, font: 10x20 } }
pages:
  main:
    column:
      - { clock: { format: 'HH:mm:ss', font: fit, color: orange }, size: 60px }${[1, 2, 3, 4, 5, 6].map(line).join('')}
      - { graph: { value: level.value, span: 4m, color: lime } }
`;

/** What a new frame of a colour panel costs to paint. */
export function colours(): readonly Figure[] {
  const program = programOf(COLOURS);
  const [plan] = program.displays;
  const { placements } = layout(plan!.pages[0]!.root, plan!.model, letterOf(plan!.model, plan!.font), plan!.model.cell);
  const drawables: Drawable[] = [];
  new VirtualScheduler().run(() => {
    const world = { hub: sourceHub(program.sources, log), expressions: program.expressions, log };
    const widgets = placements.map((placement) => ({
      area: placement.area,
      drawables: widgetStream(placement, plan!, world),
    }));
    pageStream(widgets)
      .pipe(
        tap((drawable) => drawables.push(drawable)),
        takeUntil(timer(120_000)),
      )
      .subscribe();
  });
  const times = drawables.slice(-200).map((drawable) => {
    const start = performance.now();
    paint(drawable, plan!);
    return performance.now() - start;
  });
  return [
    {
      name: `paint a page of ${placements.length} widgets on 480x320 in colour`,
      value: median(times.slice(100)),
      unit: 'ms',
      goal: { atMost: 4 },
    },
  ];
}

/** How many expressions are evaluated anew ten times a second. */
const EXPRESSIONS = 300;

/** What so many expressions take of a core, without painting what they say. */
export function expressions(): readonly Figure[] {
  const texts = Array.from({ length: EXPRESSIONS }, (_, index) => `level.value * ${index}.0 / 3.0 + load.value > 7.0`);
  const { expressions: compiler } = programOf(`
displays: { front: { driver: picolcd } }
pages: { main: { stack: [${texts.map((text) => `{ text: '{{ ${text} }}' }`).join(', ')}] } }`);
  const compiled = texts.map((text) => compiler.value(text));
  const evaluate = (value: number): number => {
    const start = performance.now();
    for (const one of compiled) one.evaluate({ level: { value }, load: { value: value / 7 } });
    return performance.now() - start;
  };
  for (let turn = 0; turn < 300; turn++) evaluate(turn);
  // Ten times so many ms in a second are so many percent.
  const value = median(Array.from({ length: 100 }, (_, turn) => evaluate(turn)));
  return [{ name: `${EXPRESSIONS} expressions, ten times a second`, value, unit: '% of a core', goal: { atMost: 5 } }];
}
