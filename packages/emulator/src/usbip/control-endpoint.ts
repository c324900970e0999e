import type { UsbDescriptors } from '@lcdflow/core';
import type { PanelEndpoints } from '../emulate.ts';
import { Stalled } from '../stalled.ts';
import { viewOf } from './bytes.ts';
import { DESCRIPTOR, descriptorsOf, endpointSizes, stringDescriptor } from './descriptors.ts';

/** A request on endpoint 0 (USB 2.0, 9.3). */
interface Setup {
  readonly value: number;
  readonly index: number;
  readonly data: Uint8Array;
}

/** Answers with what comes in, with nothing when that is all, or not at all: then it stalls. */
type Handler = (setup: Setup) => Uint8Array | undefined;

const DONE = new Uint8Array();
const INPUT = 1;
const OUTPUT = 2;
const REMOTE_WAKE_UP = 1;
const ENDPOINT_HALT = 0;

/** Endpoint 0 of an emulated device: tells who it is and is configured (USB 2.0, 9.4; HID 1.11, 7). */
export class ControlEndpoint {
  readonly #usb: UsbDescriptors;
  readonly #endpoints: PanelEndpoints;
  readonly #handlers: ReadonlyMap<number, Handler>;
  /** By report ID: what came last, for GET_REPORT. */
  readonly #reports = new Map<number, Uint8Array>();
  /** Endpoints from the device that are halted. */
  readonly #haltedIn = new Set<number>();
  #configuration = 0;
  #idle = 0;
  #wakesUp = false;

  constructor(usb: UsbDescriptors, endpoints: PanelEndpoints) {
    this.#usb = usb;
    this.#endpoints = endpoints;
    this.#handlers = this.#requests();
  }

  /** Answers a request with at most wLength bytes. `setup` are its 8 bytes. @throws Stalled */
  request(setup: Uint8Array, data: Uint8Array): Uint8Array {
    const view = viewOf(setup);
    const handle = this.#handlers.get(view.getUint16(0));
    const answer = handle?.({ value: view.getUint16(2, true), index: view.getUint16(4, true), data });
    if (!answer) throw new Stalled();
    return answer.slice(0, view.getUint16(6, true));
  }

  /** Remembers what the device has sent. */
  note(report: Uint8Array): void {
    this.#reports.set(report[0] ?? 0, report);
  }

  /** Whether an endpoint, by its address, is halted. */
  isHalted(address: number): boolean {
    return address & 0x80 ? this.#haltedIn.has(address) : this.#endpoints.halted;
  }

  /** By bmRequestType and bRequest. */
  #requests(): ReadonlyMap<number, Handler> {
    return new Map<number, Handler>([
      [0x8000, () => Uint8Array.of(this.#wakesUp ? 2 : 0, 0)],
      [0x8100, () => Uint8Array.of(0, 0)],
      [0x8200, ({ index }) => this.#known(index) && Uint8Array.of(this.isHalted(index) ? 1 : 0, 0)],
      [0x0001, ({ value }) => this.#wakeUp(value, false)],
      [0x0003, ({ value }) => this.#wakeUp(value, true)],
      [0x0201, ({ value, index }) => this.#halt(value, index, false)],
      [0x0203, ({ value, index }) => this.#halt(value, index, true)],
      [0x8006, ({ value }) => this.#descriptor(value >> 8, value & 0xff)],
      [0x8106, ({ value }) => this.#descriptor(value >> 8, value & 0xff)],
      [0x8008, () => Uint8Array.of(this.#configuration)],
      [0x0009, ({ value }) => this.#configure(value)],
      [0x810a, () => Uint8Array.of(0)],
      [0x010b, ({ value }) => (value === 0 ? DONE : undefined)],
      [0x210a, ({ value }) => this.#setIdle(value >> 8)],
      [0xa102, () => Uint8Array.of(this.#idle)],
      [0xa101, ({ value }) => (value >> 8 === INPUT ? this.#reports.get(value & 0xff) : undefined)],
      [0x2109, ({ value, data }) => (value >> 8 === OUTPUT ? this.#setReport(data) : undefined)],
    ]);
  }

  #descriptor(kind: number, index: number): Uint8Array | undefined {
    const { device, configuration, strings, report } = this.#usb;
    if (kind === DESCRIPTOR.string) return stringDescriptor(strings, index);
    if (index !== 0) return undefined;
    if (kind === DESCRIPTOR.device) return device;
    if (kind === DESCRIPTOR.configuration) return configuration;
    if (kind === DESCRIPTOR.hid) return descriptorsOf(configuration, DESCRIPTOR.hid)[0];
    return kind === DESCRIPTOR.report ? report : undefined;
  }

  #known(address: number): true | undefined {
    return (address & 0x0f) === 0 || endpointSizes(this.#usb).has(address) || undefined;
  }

  #wakeUp(feature: number, on: boolean): Uint8Array | undefined {
    if (feature !== REMOTE_WAKE_UP) return undefined;
    this.#wakesUp = on;
    return DONE;
  }

  #halt(feature: number, address: number, on: boolean): Uint8Array | undefined {
    if (feature !== ENDPOINT_HALT || !this.#known(address)) return undefined;
    if (!(address & 0x80)) this.#endpoints.halted = on;
    else if (on) this.#haltedIn.add(address);
    else this.#haltedIn.delete(address);
    return DONE;
  }

  #configure(value: number): Uint8Array | undefined {
    if (value !== 0 && value !== this.#usb.configuration[5]) return undefined;
    this.#configuration = value;
    this.#haltedIn.clear();
    this.#endpoints.halted = false;
    return DONE;
  }

  #setIdle(rate: number): Uint8Array {
    this.#idle = rate;
    return DONE;
  }

  #setReport(report: Uint8Array): Uint8Array {
    this.#endpoints.set(report);
    return DONE;
  }
}
