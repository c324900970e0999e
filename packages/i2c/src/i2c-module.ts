import { LcdError, messageOf } from '@lcdflow/core';

/** An open bus of the npm module `i2c-bus`. */
export interface I2cHandle {
  i2cRead(address: number, length: number, buffer: Buffer): Promise<{ readonly bytesRead: number }>;
  i2cWrite(address: number, length: number, buffer: Buffer): Promise<{ readonly bytesWritten: number }>;
  close(): Promise<void>;
}

/** The part of the npm module `i2c-bus` 5.2 that is used here. */
export interface I2cModule {
  openPromisified(bus: number): Promise<I2cHandle>;
}

/** Not a literal, so that nobody looks for it before it is needed: most computers have no I2C, and it must be compiled. */
const NAME = 'i2c-bus';

/** Loads the module, which is optional. Rejects with `config` and the command that installs it. */
export const loadI2c = (load: () => Promise<object> = () => import(NAME)): Promise<I2cModule> =>
  load().then(
    (module) => ('default' in module ? module.default : module) as I2cModule,
    (cause: unknown) => {
      const why = messageOf(cause).split('\n')[0];
      const how = `"npm install ${NAME}" installs it, with a C compiler, make and python3`;
      throw new LcdError('config', `the module ${NAME} cannot be loaded; ${how} (${why})`, { cause });
    },
  );
