import { concat, defer, map, type Observable, type OperatorFunction, of, switchMap } from 'rxjs';
import type { Font } from './fonts/font.ts';
import { blankFrame } from './frame.ts';
import type { Placement } from './layout.ts';
import { newestOf } from './newest-of.ts';
import type { DisplayPlan } from './program.ts';
import { type SurfaceLook, surfaceOf } from './surface.ts';
import { mendWide } from './text/mend-wide.ts';
import type { Drawable, Frame } from './types.ts';

/** A widget in its place, with the stream of its pictures. */
export interface PlacedWidget {
  readonly area: Placement['area'];
  readonly drawables: Observable<Drawable>;
}

/** The picture of what is not seen. */
export const nothing: Drawable = () => {};

/** A page as one drawable: each of its widgets in its own area, later ones on top. */
export function pageStream(widgets: readonly PlacedWidget[]): Observable<Drawable> {
  if (widgets.length === 0) return of(nothing);
  const streams = widgets.map(({ drawables }) => drawables);
  return newestOf(streams, nothing).pipe(
    map((drawables) => (surface) => {
      for (const [index, { area }] of widgets.entries()) drawables[index]!(surface.clip(area));
    }),
  );
}

type Panel = Pick<DisplayPlan, 'model' | 'font' | 'fonts'>;

/** Paints a drawable on a new frame of a display. `last` says which font has the letters that no other has. */
export function paint(drawable: Drawable, { model, font, fonts }: Panel, last?: SurfaceLook['last']): Frame {
  const frame = blankFrame(model, model.cell === 'character' ? 0x20 : 0);
  drawable(surfaceOf(frame, model.cell, font, model.colors, { ...fonts, last, ink: model.ink }));
  if (model.cell === 'character') mendWide(frame);
  return frame;
}

/** The frames of a display's drawables. The last font is loaded for the first that needs it, which is then painted again. */
export function painted(plan: Panel): OperatorFunction<Drawable, Frame> {
  const loading = plan.fonts?.last;
  if (loading === undefined) return map((drawable) => paint(drawable, plan));
  return (drawables) =>
    defer(() => {
      let last: Font | undefined;
      const again = (drawable: Drawable) =>
        loading.pipe(
          map((font) => {
            last = font;
            return paint(drawable, plan, () => font);
          }),
        );
      return drawables.pipe(
        switchMap((drawable) => {
          let isLacking = false;
          const frame = paint(drawable, plan, () => {
            isLacking = true;
            return last;
          });
          return isLacking && last === undefined ? concat(of(frame), again(drawable)) : of(frame);
        }),
      );
    });
}
