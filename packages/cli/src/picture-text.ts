import { present } from '@lcdflow/core';
import { createScreen, glassDisplay } from '@lcdflow/plugin-terminal';
import { concat, defer, ignoreElements, type Observable, of, switchMap, take } from 'rxjs';
import type { Picture } from './powered-panels.ts';

/** What a display shows as text, below its name: pixels as half blocks, letters as they are. */
export function pictureText({ plan: { name, driver, model }, frame, cell }: Picture): Observable<string> {
  return defer(() => {
    let text = '';
    const output = {
      write: (more: string, done: () => void) => {
        text += more;
        done();
        return true;
      },
      on: () => undefined,
      off: () => undefined,
    };
    const nobody = { on: () => undefined, off: () => undefined, resume: () => undefined, pause: () => undefined };
    const screen = createScreen({ output, input: nobody, mode: 'plain', onInterrupt: () => undefined });
    const glass = { title: `${name}: ${driver.name} ${model.name}`, ...frame, cell };
    const shown = glassDisplay(glass, screen).pipe(
      switchMap((display) => concat(present(display, of(frame)).pipe(ignoreElements()), of('shown'))),
      take(1),
      ignoreElements(),
    );
    return concat(
      shown,
      defer(() => of(text)),
    );
  });
}
