import { configSchema } from '@lcdflow/config';
import { defer, type Observable, of } from 'rxjs';
import type { Session } from '../session.ts';

/** Prints the JSON Schema of lcd.config.yaml with the built-in plugins, for editors. */
export const schemaCommand = (session: Session): Observable<number> =>
  defer(() => {
    session.print(`${JSON.stringify(configSchema(session.plugins), null, 2)}\n`);
    return of(0);
  });
