import { configSchema } from '@lcdflow/config';
import { map, type Observable } from 'rxjs';
import type { Session } from '../session.ts';

/** Prints the JSON Schema of lcd.config.yaml with the built-in plugins, for editors. */
export const schemaCommand = ({ plugins, print }: Session): Observable<number> =>
  plugins.pipe(
    map((all) => {
      print(`${JSON.stringify(configSchema(all), null, 2)}\n`);
      return 0;
    }),
  );
