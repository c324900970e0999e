import { type Logger, messageOf, pace, present } from '@lcdflow/core';
import type { EmulatedPanel } from '@lcdflow/emulator';
import { glassDisplay, type Screen } from '@lcdflow/plugin-terminal';
import { catchError, EMPTY, ignoreElements, merge, NEVER, type Observable, switchMap, tap } from 'rxjs';
import type { PanelTitle } from './powered-panels.ts';

/** A person sees no more: ms between two pictures of an emulated glass. */
const BLINK = 40;

/** Shows an emulated panel's glass on the screen and presses its keys with those of the keyboard. */
export const glassView =
  (screen: Screen, log: Logger) =>
  ({ name, driver, model }: PanelTitle, panel: EmulatedPanel): Observable<never> => {
    const { width, height } = panel.device.glass();
    const title = `${name}: emulated ${driver.name} ${model.name}`;
    return glassDisplay({ title, width, height, cell: 'pixel' }, screen).pipe(
      switchMap((display) =>
        merge(
          present(display, panel.glass.pipe(pace(BLINK))),
          (display.keys ?? NEVER).pipe(tap(({ key, pressed }) => press(panel, model.keys, key, pressed))),
        ),
      ),
      ignoreElements(),
      catchError((error: unknown) => {
        log.warn(`${name}: its emulated glass is not shown any more: ${messageOf(error)}`);
        return EMPTY;
      }),
    );
  };

function press(panel: EmulatedPanel, known: readonly string[], key: string, pressed: boolean): void {
  if (known.includes(key)) panel.press(key, pressed);
}
