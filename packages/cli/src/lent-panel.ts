import type { EmulatedPanel } from '@lcdflow/emulator';
import { concat, defer, EMPTY, filter, type Observable, takeUntil, tap } from 'rxjs';
import { glassView } from './glass-view.ts';
import { pictureText } from './picture-text.ts';
import type { PanelTitle } from './powered-panels.ts';
import type { Session } from './session.ts';

/** An emulated panel that somebody has taken. */
interface Taken {
  readonly kind: 'taken';
  /** Tells it from the others that are lent. */
  readonly id: string;
  readonly title: PanelTitle;
  readonly panel: EmulatedPanel;
}

/** An emulated panel that somebody has taken, or given back. */
export type Lending = Taken | { readonly kind: 'returned'; readonly id: string };

/** How lent panels are shown. */
interface LentPanelView {
  /** Shows the panel of one of the lendings while it is lent. */
  follow(lending: Lending, lendings: Observable<Lending>): Observable<unknown>;
  /** What is printed when all is over. */
  readonly printed: Observable<unknown>;
}

/** Glasses are shown as they change; without a terminal the last picture is printed when a panel is given back. */
export const lentPanelView = (session: Session): LentPanelView =>
  session.screen.columns === undefined ? printedAtTheEnd(session) : drawnAsItChanges(session);

function drawnAsItChanges({ screen, log }: Session): LentPanelView {
  const watch = glassView(screen, log);
  const follow = (lending: Lending, lendings: Observable<Lending>): Observable<never> => {
    const returned = lendings.pipe(filter(({ kind, id }) => kind === 'returned' && id === lending.id));
    return lending.kind === 'taken' ? watch(lending.title, lending.panel).pipe(takeUntil(returned)) : EMPTY;
  };
  return { follow, printed: EMPTY };
}

function printedAtTheEnd({ print }: Session): LentPanelView {
  const held = new Map<string, Taken>();
  const picture = (id: string): Observable<string> =>
    defer(() => {
      const lent = held.get(id);
      held.delete(id);
      if (!lent) return EMPTY;
      return pictureText({ plan: lent.title, frame: lent.panel.device.glass(), cell: 'pixel' }).pipe(tap(print));
    });
  const follow = (lending: Lending): Observable<string> => {
    if (lending.kind === 'returned') return picture(lending.id);
    held.set(lending.id, lending);
    return EMPTY;
  };
  return { follow, printed: defer(() => concat(...[...held.keys()].map(picture))) };
}
