import { relative } from 'node:path';
import { map, type Observable, tap } from 'rxjs';
import { loaded, type Session } from '../session.ts';

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

/** Checks a config and says what it holds. Emits the exit status; errors with `ConfigError`. */
export const checkCommand = (session: Session, file: string | undefined): Observable<number> =>
  loaded(session, file).pipe(
    tap(({ program: { displays, keys }, file: found }) => {
      const pages = displays.reduce((sum, display) => sum + display.pages.length, 0);
      const parts = [counted(displays.length, 'display'), counted(pages, 'page'), counted(keys.length, 'key')];
      session.print(`${relative(process.cwd(), found)}: ${parts.join(', ')}: nothing to complain about\n`);
    }),
    map(() => 0),
  );
