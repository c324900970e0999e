import { combineLatest, map, type Observable, of, startWith } from 'rxjs';
import { blankFrame } from './frame.ts';
import type { Placement } from './layout.ts';
import type { DisplayPlan } from './program.ts';
import { surfaceOf } from './surface.ts';
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
  const areas = widgets.map(({ area }) => area);
  return combineLatest(widgets.map(({ drawables }) => drawables.pipe(startWith(nothing)))).pipe(
    map((drawables) => (surface) => {
      for (const [index, drawable] of drawables.entries()) drawable(surface.clip(areas[index]!));
    }),
  );
}

/** Paints a drawable on a new frame of a display. */
export function paint(drawable: Drawable, { model, font }: Pick<DisplayPlan, 'model' | 'font'>): Frame {
  const frame = blankFrame(model, model.cell === 'character' ? 0x20 : 0);
  drawable(surfaceOf(frame, model.cell, font, model.colors));
  if (model.cell === 'character') mendWide(frame);
  return frame;
}
