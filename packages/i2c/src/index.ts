export { type I2cBusOptions, i2cBus } from './bus.ts';
export type { I2cModule } from './i2c-module.ts';
