import type { CellKind, DisplayPlan, Frame } from '@lcdflow/core';
import type { EmulatedPanel } from '@lcdflow/emulator';
import { NEVER, type Observable } from 'rxjs';

/** Remembers the emulated panels of a run, for a picture of their glass when it is over. */
export interface PoweredPanels {
  watch(plan: DisplayPlan, panel: EmulatedPanel): Observable<never>;
  /** The glass of each display that had an emulated panel, as it is now. */
  glasses(): readonly Picture[];
}

/** Which panel it is, for people. */
export type PanelTitle = Pick<DisplayPlan, 'name' | 'driver' | 'model'>;

/** What a display shows. */
export interface Picture {
  readonly plan: PanelTitle;
  readonly frame: Frame;
  /** Emulated glasses are pixels, also those of character displays. */
  readonly cell: CellKind;
}

export function poweredPanels(): PoweredPanels {
  const panels = new Map<DisplayPlan, EmulatedPanel>();
  return {
    watch: (plan, panel) => {
      panels.set(plan, panel);
      return NEVER;
    },
    glasses: () => [...panels].map(([plan, { device }]) => ({ plan, frame: device.glass(), cell: 'pixel' })),
  };
}
