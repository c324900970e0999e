import { blankFrame, copyArea, type Drawable, layout, letterOf, paint, sourceHub } from '@lcdflow/core';
import { tap } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { areaCursor } from '../packages/core/src/area-cursor.ts';
import { UNKNOWN } from '../packages/core/src/frame.ts';
import { pageStream } from '../packages/core/src/page-stream.ts';
import { widgetStream } from '../packages/core/src/widget-stream.ts';
import { programOf } from './emulation.ts';
import type { Figure } from './figure.ts';
import { log } from './log.ts';
import { median } from './median.ts';

const line = (index: number): string => `
      - row:
          - { text: 'line ${index}', size: 7ch }
          - { bar: level.value }
          - { text: '{{ fixed(load.value, 2) }}', align: right, size: 6ch }
        size: 1lines`;

/** Twenty widgets: a clock, six lines of label, bar and number, and a graph. */
const config = `
displays: { front: { driver: picolcd } }
pages:
  main:
    column:
      - { clock: { format: 'HH:mm:ss', font: 6x8 }, size: 1lines }${[1, 2, 3, 4, 5, 6].map(line).join('')}
      - { graph: { value: level.value, span: 4m } }
`;

/** The page as it looked at each change during so many seconds. */
function looks(seconds: number): { plan: ReturnType<typeof planOf>; drawables: readonly Drawable[]; widgets: number } {
  const plan = planOf();
  const program = programOf(config);
  const drawables: Drawable[] = [];
  const { placements } = layout(plan.pages[0]!.root, plan.model, letterOf(plan.model), plan.model.cell);
  new TestScheduler(() => undefined).run(({ expectObservable }) => {
    const world = { hub: sourceHub(program.sources, log), expressions: program.expressions, log };
    const widgets = placements.map((placement) => ({
      area: placement.area,
      drawables: widgetStream(placement, plan, world),
    }));
    expectObservable(pageStream(widgets).pipe(tap((drawable) => drawables.push(drawable))), `${seconds}s !`);
  });
  return { plan, drawables, widgets: placements.length };
}

const planOf = () => programOf(config).displays[0]!;

/** What one new frame costs: paint and compose a page, find all areas that differ from the glass. */
export function painting(): readonly Figure[] {
  const { plan, drawables, widgets } = looks(120);
  const glass = blankFrame(plan.model, UNKNOWN);
  const nextArea = areaCursor({ ...plan.model, tile: { width: 64, height: 8 }, widest: 52 });
  const times = drawables.slice(-400).map((drawable) => {
    const start = performance.now();
    const frame = paint(drawable, plan);
    for (let area = nextArea(glass, frame); area !== undefined; area = nextArea(glass, frame))
      copyArea(frame, glass, area);
    return performance.now() - start;
  });
  return [
    {
      name: `paint, compose and compare a page of ${widgets} widgets`,
      value: median(times.slice(200)),
      unit: 'ms',
      goal: { atMost: 0.5 },
    },
  ];
}
