import type { TransferCallback, UsbDevice, UsbEndpoint, UsbInterface } from '../src/usb-module.ts';
import { FakeControl } from './fake-control.ts';
import { type Answer, FakeOut } from './fake-out.ts';
import { FakeTransfer, libusbFailure, type Pending, STATUS } from './fake-transfer.ts';
import type { FakeDeviceOptions, FakeUsb } from './fake-usb.ts';

/** A device with an interrupt endpoint each way on interface 0: 0x01 takes a packet every 8 ms, 0x81 tells. */
export class FakeDevice implements UsbDevice {
  readonly busNumber: number;
  readonly deviceAddress: number;
  readonly portNumbers: readonly number[];
  readonly deviceDescriptor: UsbDevice['deviceDescriptor'];

  /** Packets in the order the device took them. */
  readonly wire: Uint8Array[] = [];
  /** Answers to the next OUT packets, first to last; then all are `ok`. */
  readonly answers: Answer[] = [];
  /** Rules of libusb that were broken. */
  readonly broken: string[] = [];
  /** What the device sends when it is asked by a request. */
  reply: (setup: Uint8Array) => readonly number[] = () => [];
  /** What was called, for the order of closing. */
  readonly calls: string[] = [];
  /** What opening, taking off the kernel driver, claiming or submitting throws. */
  readonly refuses: { open?: number; detach?: number; claim?: number; submit?: number } = {};
  /** ms from cancelling to the callback; never when infinite. */
  cancelling = 20;
  /** Cancelling comes too late: what was cancelled gets through. */
  unstoppable = false;
  /** Cannot be asked for its configuration. */
  isConfigured = true;
  /** What releasing does not end either. */
  dead = false;
  /** Bytes of the largest packet each way. */
  packetSize = 64;
  /** Reports that found no transfer waiting. */
  missed = 0;
  kernelDriver: string | undefined;
  readonly waiting = new Set<Pending>();
  #errands = 0;
  #open = false;
  #autoDetach = false;
  #detached: string | undefined;
  #claimed = false;
  #pulled = false;
  readonly #halted = new Set<number>();
  readonly #out: FakeOut;
  readonly #control: FakeControl;
  #calling = false;
  readonly #usb: FakeUsb;

  constructor(usb: FakeUsb, options: FakeDeviceOptions) {
    this.#usb = usb;
    this.busNumber = options.bus ?? 1;
    this.deviceAddress = options.address ?? 2;
    this.portNumbers = options.ports ?? [this.deviceAddress - 1];
    const { vendorId: idVendor = 0x04d8, productId: idProduct = 0xc002, deviceClass: bDeviceClass = 0 } = options;
    this.deviceDescriptor = { idVendor, idProduct, bDeviceClass };
    this.kernelDriver = options.kernelDriver;
    this.#out = new FakeOut(this, this.#halted, (ms, callback) => usb.later(ms, callback));
    this.#control = new FakeControl(this, (ms, callback) => usb.later(ms, callback));
  }

  get isOpen(): boolean {
    return this.#open;
  }

  /** How many transfers of an endpoint wait for their callback. */
  pending(address: number): number {
    return [...this.waiting].filter(({ transfer }) => transfer.address === address).length;
  }

  open(): void {
    this.calls.push('open');
    if (this.refuses.open !== undefined) throw libusbFailure(this.refuses.open);
    if (this.#open) this.broken.push('opened twice: both share one handle');
    this.#open = true;
  }

  close(): void {
    if (this.waiting.size + this.#errands > 0) throw new Error("Can't close device with a pending request");
    this.calls.push('close');
    this.#open = false;
  }

  setAutoDetachKernelDriver(enable: boolean): void {
    if (this.refuses.detach !== undefined) throw libusbFailure(this.refuses.detach);
    this.#autoDetach = enable;
  }

  get interfaces(): readonly unknown[] {
    return this.isConfigured ? [0] : [];
  }

  interface(number: number): UsbInterface {
    if (!this.#open) throw new Error('Device must be open before searching for interfaces');
    if (number !== 0 || !this.isConfigured) throw new Error(`Interface not found for address: ${number}`);
    return {
      isKernelDriverActive: () => this.kernelDriver !== undefined,
      claim: () => this.#claim(),
      release: (_closeEndpoints, callback) => this.#release(callback),
      endpoint: (address) => (address === 0x01 || address === 0x81 ? this.#endpoint(address) : undefined),
    };
  }

  /** The device sends a packet. One of full size leaves a transfer open that has room for more. */
  report(bytes: readonly number[]): void {
    const pending = [...this.waiting].find(({ transfer }) => transfer.address === 0x81 && !transfer.cancelled);
    if (pending) this.#fill(pending, bytes);
    else this.missed++;
  }

  #fill(pending: Pending, bytes: readonly number[]): void {
    const room = pending.buffer.length - pending.filled;
    if (bytes.length <= room) pending.filled += Buffer.from(bytes).copy(pending.buffer, pending.filled);
    if (bytes.length > room) pending.finish(STATUS.overflow, 0);
    else if (bytes.length < this.packetSize || bytes.length === room) pending.finish(0, pending.filled);
  }

  /** The first transfer waiting for a report ends badly; a stall halts the endpoint. */
  failIn(answer: 'stall' | 'error' | 'odd'): void {
    if (answer === 'stall') this.#halted.add(0x81);
    [...this.waiting].find(({ transfer }) => transfer.address === 0x81)?.finish(STATUS[answer], 0);
  }

  pull(): void {
    this.#pulled = true;
    this.#out.stopped = true;
    this.#control.stopped = true;
    for (const pending of [...this.waiting]) this.#usb.later(30, () => pending.finish(STATUS.gone, 0));
  }

  #claim(): void {
    this.calls.push('claim');
    if (this.refuses.claim !== undefined) throw libusbFailure(this.refuses.claim);
    if (this.kernelDriver !== undefined && !this.#autoDetach) throw libusbFailure(-6);
    this.#detached = this.kernelDriver;
    this.kernelDriver = undefined;
    this.#claimed = true;
  }

  #release(callback: (error?: Error & { errno: number }) => void): void {
    this.calls.push('release');
    if (this.waiting.size > 0) this.broken.push('released with transfers pending');
    this.#errand(20, () => {
      this.#claimed = false;
      this.kernelDriver = this.#detached;
      if (!this.dead) for (const pending of [...this.waiting]) pending.finish(STATUS.gone, 0);
      callback(this.#pulled ? libusbFailure(-4) : undefined);
    });
  }

  #errand(ms: number, done: () => void): void {
    this.#errands++;
    this.#usb.later(ms, () => {
      this.#errands--;
      done();
    });
  }

  #endpoint(address: number): UsbEndpoint {
    return {
      descriptor: { wMaxPacketSize: this.packetSize },
      makeTransfer: (timeout, callback) => {
        if (timeout !== 0) this.broken.push('a timeout was given');
        return new FakeTransfer(this, address, callback);
      },
      clearHalt: (callback) => {
        if (this.#calling) this.broken.push('clearHalt in a callback');
        this.calls.push(`clearHalt ${address.toString(16)}`);
        this.#errand(5, () => {
          this.#halted.delete(address);
          this.#out.kick();
          callback(this.#pulled ? libusbFailure(-4) : undefined);
        });
      },
    };
  }

  /** @internal For transfers. */
  submit(transfer: FakeTransfer, buffer: Buffer, callback: TransferCallback): void {
    if (this.#pulled) throw libusbFailure(-4);
    if (!this.#claimed) throw libusbFailure(-5);
    if (this.refuses.submit !== undefined) throw libusbFailure(this.refuses.submit);
    const pending: Pending = {
      transfer,
      buffer,
      filled: 0,
      finish: (status, bytes) => {
        if (!this.waiting.delete(pending)) return;
        transfer.active = false;
        this.#calling = true;
        this.#usb.call(() => callback(status === 0 ? undefined : libusbFailure(status), buffer, bytes));
        this.#calling = false;
        this.#kick();
      },
    };
    this.waiting.add(pending);
    if (this.#halted.has(transfer.address)) this.#usb.later(1, () => pending.finish(STATUS.stall, 0));
    this.#kick();
  }

  #kick(): void {
    this.#out.kick();
    this.#control.kick();
  }

  /** @internal For transfers. */
  cancel(transfer: FakeTransfer): boolean {
    const pending = [...this.waiting].find((waiting) => waiting.transfer === transfer);
    if (!pending || this.#pulled) return false;
    if (this.unstoppable && !this.#halted.has(transfer.address)) {
      transfer.tooLate = true;
      return true;
    }
    transfer.cancelled = true;
    this.#kick();
    if (Number.isFinite(this.cancelling)) this.#usb.later(this.cancelling, () => pending.finish(STATUS.cancelled, 0));
    return true;
  }
}
