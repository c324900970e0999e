import type { TransferCallback, UsbDevice } from '../src/usb-module.ts';
import type { FakeDevice } from './fake-device.ts';
import type { Answer } from './fake-out.ts';
import { FakeTransfer, type Pending, STATUS } from './fake-transfer.ts';

const SETUP = 8;

/** What the endpoint shares with its device. */
interface Owner {
  readonly waiting: ReadonlySet<Pending>;
  readonly wire: Uint8Array[];
  readonly answers: Answer[];
  readonly broken: string[];
  reply(setup: Uint8Array): readonly number[];
}

/** A transfer as the class of the native module makes it. */
export class FakeControlTransfer extends FakeTransfer {
  constructor(device: UsbDevice, address: number, type: number, timeout: number, callback: TransferCallback) {
    super(device as FakeDevice, address, callback);
    const { broken } = device as FakeDevice;
    if (address !== 0 || type !== 0) broken.push('no control transfer');
    if (timeout !== 0) broken.push('a timeout was given');
  }
}

/** Endpoint 0 of a fake device: while a request waits, one is served every 2 ms. It never halts. */
export class FakeControl {
  stopped = false;
  #ticking = false;
  readonly #owner: Owner;
  readonly #later: (ms: number, callback: () => void) => void;

  constructor(owner: Owner, later: (ms: number, callback: () => void) => void) {
    this.#owner = owner;
    this.#later = later;
  }

  kick(): void {
    if (this.#ticking || !this.#next()) return;
    this.#ticking = true;
    this.#later(2, () => {
      this.#ticking = false;
      const next = this.#next();
      if (!next || this.stopped) return;
      const answer = this.#owner.answers.shift() ?? 'ok';
      if (answer === 'silence') next.transfer.silent = true;
      else this.#answer(next, answer);
    });
  }

  #next(): Pending | undefined {
    const waiting = [...this.#owner.waiting];
    const next = waiting.find(({ transfer }) => transfer.address === 0 && !transfer.cancelled);
    return next?.transfer.silent ? undefined : next;
  }

  /** The bytes that moved do not count the SETUP packet (libusb 1.0, `actual_length`). */
  #answer({ buffer, finish }: Pending, answer: Exclude<Answer, 'silence'>): void {
    const room = buffer.readUInt16LE(6);
    if (buffer.length < SETUP + room) this.#owner.broken.push('no room for wLength');
    const asks = buffer[0]! >= 0x80;
    if (answer === 'ok' || answer === 'short')
      this.#owner.wire.push(Uint8Array.from(asks ? buffer.subarray(0, SETUP) : buffer));
    const moved = answer === 'ok' ? room : answer === 'short' ? room >> 1 : 0;
    const data = Buffer.from(asks ? this.#owner.reply(buffer).slice(0, moved) : []);
    data.copy(buffer, SETUP);
    finish(STATUS[answer], asks ? data.length : moved);
  }
}
