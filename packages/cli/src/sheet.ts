import { blankFrame, type CellKind, copyArea, type DisplayDriver, type DisplayPlan, type Frame } from '@lcdflow/core';
import { concat, defer, NEVER, of } from 'rxjs';

/** A display that shows nothing to anybody and remembers what it was given. */
export interface Sheet {
  readonly plan: DisplayPlan;
  readonly frame: Frame;
  readonly cell: CellKind;
}

/** The same display on a sheet, for drivers that have no emulated device. */
export function sheetOf(plan: DisplayPlan): Sheet {
  const { model } = plan;
  const frame = blankFrame(model, model.cell === 'character' ? 0x20 : 0);
  const open: DisplayDriver['open'] = () =>
    concat(
      of({
        ...{ width: model.width, height: model.height, cell: model.cell },
        write: (newest: Frame, area: Parameters<typeof copyArea>[2]) =>
          defer(() => {
            copyArea(newest, frame, area);
            return of(undefined);
          }),
      }),
      NEVER,
    );
  return { plan: { ...plan, driver: { ...plan.driver, open } }, frame, cell: model.cell };
}
