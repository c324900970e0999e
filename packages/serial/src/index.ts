export { serialBus } from './bus.ts';
