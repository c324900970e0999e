export type { LendingEvent } from './conversation.ts';
export type { LentDevice } from './lending.ts';
export { type UsbipEvent, type UsbipOptions, usbipServer } from './usbip-server.ts';
