import { type Completion, type DriverContext, LcdError, type Logger, type Transport } from '@lcdflow/core';
import { type Behaviour, type EmulatedPanel, emulate } from '@lcdflow/emulator';
import { picolcd256x64Emulator } from '@lcdflow/plugin-picolcd';
import {
  asyncScheduler,
  defer,
  finalize,
  map,
  type Observable,
  Subject,
  switchMap,
  tap,
  throwError,
  timer,
} from 'rxjs';

/** ms that the USB bus waits for the kernel. */
const PATIENCE = 1_000;

const SILENT: Logger = { debug() {}, info() {}, warn() {}, error() {} };

/** A socket with a picoLCD in it, now and then. */
export class Plug {
  /** Emits when the panel is put in again and this machine hears of it. */
  readonly arrivals = new Subject<void>();
  /** Transfers with the device. */
  pending = 0;
  /** Transports that are open. */
  open = 0;
  readonly #behaviours: readonly Behaviour[];
  #panel: EmulatedPanel | undefined;
  #isIn = true;
  #ready = 0;
  #failing: number | undefined;
  #isCalm = false;

  constructor(behaviours: readonly Behaviour[]) {
    this.#behaviours = behaviours.map((behaviour) => this.#whileTroubled(behaviour));
  }

  readonly context: DriverContext = { connect: () => this.#connected(), display: 'front', log: SILENT };

  /** The panel that was used last. */
  get panel(): EmulatedPanel {
    if (this.#panel) return this.#panel;
    throw new Error('the panel has never been opened');
  }

  pull(): void {
    this.#isIn = false;
    const panel = this.#panel;
    this.#panel = undefined;
    panel?.unplug();
  }

  /** Another panel: it has never heard of what was shown. The kernel has it ready so many ms later. */
  putIn(isHeard: boolean, settling = 0): void {
    this.#isIn = true;
    this.#ready = asyncScheduler.now() + settling;
    if (isHeard) this.arrivals.next();
  }

  /** The next packet fails so many ms after it has been handed over. */
  failNext(after: number): void {
    this.#failing = after;
  }

  press(key: string, pressed: boolean): void {
    this.#panel?.press(key, pressed);
  }

  /** Nothing goes wrong any more. */
  calm(): void {
    this.#failing = undefined;
    this.#isCalm = true;
  }

  #whileTroubled(behaviour: Behaviour): Behaviour {
    return (receive, device) => {
      const troubled = behaviour(receive, device);
      return (packet) => (this.#isCalm ? receive : troubled)(packet);
    };
  }

  #connected(): Observable<Transport> {
    return defer(() => {
      if (!this.#isIn) return throwError(() => new LcdError('not-found', 'nothing is plugged in'));
      const wait = this.#ready - asyncScheduler.now();
      if (wait <= 0) return this.#powered();
      const busy = () => throwError(() => new LcdError('busy', 'the kernel is still setting it up'));
      return timer(Math.min(wait, PATIENCE)).pipe(switchMap(wait > PATIENCE ? busy : () => this.#powered()));
    });
  }

  #powered(): Observable<Transport> {
    return defer(() => {
      const panel = this.#panel ?? emulate(picolcd256x64Emulator, { behaviours: this.#behaviours });
      this.#panel = panel;
      this.open++;
      return panel.connection.pipe(
        map((transport) => ({ ...transport, submit: (packet: Uint8Array) => this.#submitted(transport, packet) })),
        tap({
          error: () => {
            if (this.#panel === panel) this.#panel = undefined;
          },
        }),
        finalize(() => this.open--),
      );
    });
  }

  #submitted(transport: Transport, packet: Uint8Array): Observable<Completion> {
    return defer(() => {
      this.pending++;
      const after = this.#failing;
      this.#failing = undefined;
      const failed = () => throwError(() => new LcdError('timeout', 'the packet has not gone'));
      const gone = after === undefined ? transport.submit(packet) : timer(after).pipe(switchMap(failed));
      return gone.pipe(finalize(() => this.pending--));
    });
  }
}
