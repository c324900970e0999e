import { asyncScheduler, NEVER, type Observable, of } from 'rxjs';
import type { Sysfs } from '../src/sysfs.ts';
import type { UsbDevice, UsbModule } from '../src/usb-module.ts';
import { FakeControlTransfer } from './fake-control.ts';
import { FakeDevice } from './fake-device.ts';

export interface FakeDeviceOptions {
  readonly vendorId?: number;
  readonly productId?: number;
  readonly deviceClass?: number;
  readonly bus?: number;
  readonly ports?: readonly number[];
  readonly address?: number;
  /** The driver the kernel has bound. */
  readonly kernelDriver?: string;
}

type Listener = (device: UsbDevice) => void;

/**
 * The npm module `usb` 2.18 as the runs on a real kernel showed it, in virtual time: transfer callbacks come late and
 * in order, what they throw is swallowed, timeouts never fire, `close` refuses while a request is pending.
 */
export class FakeUsb implements UsbModule {
  readonly devices: FakeDevice[] = [];
  /** What callbacks threw: the real module drops it (DEP0168). */
  readonly swallowed: unknown[] = [];
  readonly listeners = new Set<Listener>();
  /** How often `unrefHotplugEvents` was called while it had an effect. */
  unreferenced = 0;
  /** Without udevd a device that comes is not seen. */
  udevd = true;
  /** What sysfs does not answer, such as `1-1/serial`: the kernel is still busy with the device. */
  readonly locked = new Set<string>();
  readonly #sysfs = new Map<string, string>();

  /** What `usbBus` wants. */
  get machine() {
    return { load: (): Observable<UsbModule> => of(this), sysfs: this.sysfs, hasUdev: () => this.udevd };
  }

  readonly sysfs: Sysfs = {
    attribute: (port, name) => (this.locked.has(`${port}/${name}`) ? NEVER : of(this.#sysfs.get(`${port}/${name}`))),
    driver: (place) => this.#sysfs.get(`${place}/driver`),
  };

  /** Sets what sysfs says, such as `1-1/serial`. */
  describe(path: string, text: string): void {
    this.#sysfs.set(path, text);
  }

  plug(options: FakeDeviceOptions & { readonly serial?: string } = {}): FakeDevice {
    const device = new FakeDevice(this, { address: this.devices.length + 2, ...options });
    const port = `${device.busNumber}-${device.portNumbers.join('.')}`;
    this.describe(`${port}/devnum`, String(device.deviceAddress));
    if (options.serial !== undefined) this.describe(`${port}/serial`, options.serial);
    if (!this.udevd) return device;
    this.devices.push(device);
    for (const listener of [...this.listeners]) this.call(() => listener(device));
    return device;
  }

  /** Pulls a device: its pending transfers come back after 30 ms. */
  unplug(device: FakeDevice): void {
    this.devices.splice(this.devices.indexOf(device), 1);
    device.pull();
  }

  getDeviceList(): UsbDevice[] {
    return [...this.devices];
  }

  on(_event: 'attach', listener: Listener): void {
    this.listeners.add(listener);
  }

  off(_event: 'attach', listener: Listener): void {
    this.listeners.delete(listener);
  }

  unrefHotplugEvents(): void {
    if (this.listeners.size > 0) this.unreferenced++;
  }

  /** As the native class: the one way to endpoint 0. */
  readonly Transfer: UsbModule['Transfer'] = FakeControlTransfer;

  /** Calls back as the native code does. */
  call(callback: () => void): void {
    try {
      callback();
    } catch (error) {
      this.swallowed.push(error);
    }
  }

  /** Calls back after some ms of virtual time. */
  later(ms: number, callback: () => void): void {
    asyncScheduler.schedule(() => this.call(callback), ms);
  }
}
