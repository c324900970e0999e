/** An error of libusb: `errno` is below 0 for a refused call, above 0 for how a transfer ended. */
export type LibusbFailure = Error & { readonly errno: number };

/** What the module calls when a transfer has ended. What it throws is swallowed (DEP0168). */
export type TransferCallback = (error: LibusbFailure | undefined, buffer: Buffer, bytes: number) => void;

/** One use of an endpoint. After a refused `submit` it stays "active" for ever and must be thrown away. */
export interface UsbTransfer {
  submit(buffer: Buffer): unknown;
  /** Asks only: the callback still comes. `false` when nothing was pending. */
  cancel(): boolean;
}

export interface UsbEndpoint {
  /** The largest packet, in bytes, in its lower eleven bits (USB 2.0, 9.6.6). */
  readonly descriptor: { readonly wMaxPacketSize: number };
  /** `timeout` must be 0: any other fires up to 60 s late in usb 2.18. */
  makeTransfer(timeout: number, callback: TransferCallback): UsbTransfer;
  clearHalt(callback: (error: LibusbFailure | undefined) => void): void;
}

export interface UsbInterface {
  isKernelDriverActive(): boolean;
  claim(): void;
  release(closeEndpoints: boolean, callback: (error?: LibusbFailure) => void): void;
  endpoint(address: number): UsbEndpoint | undefined;
}

/** A device: the same object for as long as it stays plugged in and somebody holds the object. */
export interface UsbDevice {
  readonly busNumber: number;
  readonly deviceAddress: number;
  /** Missing for root hubs. */
  readonly portNumbers?: readonly number[];
  readonly deviceDescriptor: { readonly idVendor: number; readonly idProduct: number; readonly bDeviceClass: number };
  /** Does nothing when it is open: two users of one object share one handle. */
  open(): void;
  /** Throws while any request is pending. */
  close(): void;
  setAutoDetachKernelDriver(enable: boolean): void;
  /** Of an open device. Empty when it is not configured, or went while it was opened: then `interface` throws. */
  readonly interfaces?: readonly unknown[] | undefined;
  interface(number: number): UsbInterface;
}

/** A use of any endpoint, also of number 0, which `interface` does not give. `timeout` must be 0 here, too. */
declare class Transfer implements UsbTransfer {
  constructor(device: UsbDevice, address: number, type: number, timeout: number, callback: TransferCallback);
  submit(buffer: Buffer): unknown;
  cancel(): boolean;
}

/** The part of the npm module `usb` 2.18 that is used here. */
export interface UsbModule {
  readonly Transfer: typeof Transfer;
  getDeviceList(): UsbDevice[];
  on(event: 'attach', listener: (device: UsbDevice) => void): void;
  off(event: 'attach', listener: (device: UsbDevice) => void): void;
  /** Only works while there is a listener. */
  unrefHotplugEvents(): void;
}

/** How a transfer ended (libusb 1.0, `enum libusb_transfer_status`). */
export const STATUS = { completed: 0, error: 1, cancelled: 3, stall: 4, noDevice: 5, overflow: 6 } as const;

/** Why a call was refused (libusb 1.0, `enum libusb_error`). */
export const REFUSED = { invalid: -2, access: -3, noDevice: -4, busy: -6, notSupported: -12 } as const;

/** How control transfers are called (libusb 1.0, `enum libusb_transfer_type`). */
export const CONTROL_TYPE = 0;

/** Class of hubs (USB 2.0, 11.23.1). */
export const HUB_CLASS = 9;
