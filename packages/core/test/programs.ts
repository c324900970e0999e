import { concat, defer, map, NEVER, type Observable, of, timer } from 'rxjs';
import { defineDriver, defineWidget } from '../src/define.ts';
import { blankFrame, copyArea } from '../src/frame.ts';
import type { DisplayPlan, Expressions, Page, WidgetNode } from '../src/program.ts';
import type { Display, Drawable, Logger, Widget } from '../src/types.ts';

export const NO_OPTIONS = { type: 'object', properties: {}, additionalProperties: false } as const;
const FR = { value: 1, unit: 'fr' } as const;

export const leaf = (widget: Widget, options: unknown = {}): WidgetNode => ({
  kind: 'widget',
  size: FR,
  widget,
  options,
  path: ['pages', 'main', 'row', 0],
});
export const page = (...children: WidgetNode[]): Page => ({
  name: 'main',
  root: { kind: 'row', size: FR, children, path: ['pages', 'main'] },
});
export const word =
  (text: string): Drawable =>
  (surface) => {
    surface.text({ x: 0, y: 0 }, text);
  };
export const widget = (name: string, render: Widget['render'], more: Partial<Widget> = {}): Widget =>
  defineWidget({ name, meaning: name, options: NO_OPTIONS, render, ...more });

/** Shows the reading of the source it is named after. */
export const show = (source: string) => widget(source, (_, { text }) => text(source).pipe(map(word)));

/** An expression is the name of a source; its value is that source's reading `value`. */
export const expressions: Expressions = {
  value: (source) => ({ sources: [source], evaluate: (readings) => ({ value: readings[source]?.value }) }),
  rows: (source) => ({ sources: [source], evaluate: () => undefined }),
  text: (source) => ({ sources: [source], evaluate: (readings) => String(readings[source]?.value ?? '-') }),
};

interface PanelOptions extends Pick<Partial<Display>, 'keys' | 'tile' | 'controls'> {
  readonly open?: (display: Display) => Observable<Display>;
  /** How long a write takes, in ms. */
  readonly pace?: number;
}

/** A panel of four letters that needs 1 ms for a write. */
export function panel({ open = (display) => concat(of(display), NEVER), pace = 1, ...more }: PanelOptions = {}) {
  const glass = blankFrame({ width: 4, height: 1 }, 0x20);
  const shows: string[] = [];
  let opened = 0;
  const display: Display = {
    ...{ width: 4, height: 1, cell: 'character', keys: NEVER, ...more },
    write: (frame, area) =>
      timer(pace).pipe(
        map(() => {
          copyArea(frame, glass, area);
          shows.push(String.fromCodePoint(...glass.cells.map((cell) => cell & 0x1fffff)));
        }),
      ),
  };
  const model = { name: '4x1', ...glass, cell: 'character', colors: 2, keys: ['next'], controls: [] } as const;
  const driver = defineDriver({
    name: 'letters',
    meaning: 'letters',
    options: NO_OPTIONS,
    models: [model],
    model: () => model,
    open: () =>
      defer(() => {
        opened++;
        return open(display);
      }),
  });
  const plan = (...pages: Page[]): DisplayPlan => ({
    ...{ name: 'front', driver, options: {}, model, device: 'auto', fps: 10, pages },
  });
  return { plan, shows, opened: () => opened };
}

export function logged() {
  const lines: string[] = [];
  const level = (name: string) => (message: string) => void lines.push(`${name} ${message}`);
  const log: Logger = { debug: level('debug'), info: level('info'), warn: level('warn'), error: level('error') };
  return { lines, log };
}
