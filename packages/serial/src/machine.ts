import type { Observable } from 'rxjs';
import { loadSerial } from './load-serial.ts';
import { type PortFiles, portFiles } from './port-files.ts';
import type { SerialModule } from './serial-module.ts';

/** What this machine has. */
export interface Machine {
  load(): Observable<SerialModule>;
  readonly files: PortFiles;
}

/** The machine the program runs on. */
export const thisMachine: Machine = { load: loadSerial, files: portFiles() };
