import { asapScheduler, map, Observable, type Subscriber, type Subscription } from 'rxjs';
import { areaCursor } from './area-cursor.ts';
import { blankFrame, copyArea, UNKNOWN } from './frame.ts';
import type { Display, Frame, Rect } from './types.ts';

/**
 * Keeps the glass equal to the newest frame: each area that is done pulls the next that differs. Frames that come
 * while areas are on their way replace the one before; nothing changed means nothing is written. Emits each area when
 * it is on the glass. What the glass shows at first is unknown, so everything is written once.
 */
export function present(display: Display, frames: Observable<Frame>): Observable<Rect> {
  return new Observable((shown) => {
    const writer = new Writer(display, shown);
    shown.add(
      frames.pipe(map((frame) => display.encode?.(frame) ?? frame)).subscribe({
        next: (frame) => writer.show(frame),
        error: (error: unknown) => shown.error(error),
        complete: () => writer.finish(),
      }),
    );
  });
}

/** One observer for each area, as in `Lane`, for the same reason. */
class Writer {
  readonly #display: Display;
  readonly #shown: Subscriber<Rect>;
  readonly #glass: Frame;
  readonly #nextArea: ReturnType<typeof areaCursor>;
  #newest: Frame;
  #soon: Subscription | undefined;
  #underWay = 0;
  /** The glass may differ from the newest frame. */
  #differs = false;
  #isPulling = false;
  #isLast = false;

  constructor(display: Display, shown: Subscriber<Rect>) {
    this.#display = display;
    this.#shown = shown;
    this.#glass = blankFrame(display, UNKNOWN);
    this.#newest = this.#glass;
    this.#nextArea = areaCursor(display);
  }

  show(frame: Frame): void {
    this.#newest = frame;
    this.#differs = true;
    if (this.#hasRoom && !this.#soon) this.#pullSoon();
  }

  /** No frame comes any more: completes when the last one is on the glass. */
  finish(): void {
    this.#isLast = true;
    this.#pull();
  }

  get #hasRoom(): boolean {
    return this.#underWay < (this.#display.ahead ?? 1);
  }

  /** Not for each of several frames that come at the same moment. */
  #pullSoon(): void {
    this.#soon = asapScheduler.schedule(() => {
      // An action that is over would be kept as long as the display is shown on, otherwise.
      this.#soon?.unsubscribe();
      this.#soon = undefined;
      this.#pull();
    });
    this.#shown.add(this.#soon);
  }

  /** Writes while there is room. A write that is done at once does not recurse. */
  #pull(): void {
    if (this.#isPulling) return;
    this.#isPulling = true;
    try {
      while (this.#differs && this.#hasRoom && !this.#shown.closed) this.#writeNext();
    } catch (error) {
      this.#shown.error(error);
    }
    this.#isPulling = false;
    if (this.#isLast && this.#underWay === 0) this.#shown.complete();
  }

  #writeNext(): void {
    const area = this.#nextArea(this.#glass, this.#newest);
    this.#differs = area !== undefined;
    if (area === undefined) return;
    copyArea(this.#newest, this.#glass, area);
    this.#underWay++;
    const writing = this.#display.write(this.#newest, area).subscribe({
      error: (error: unknown) => this.#shown.error(error),
      complete: () => this.#shown.next(area),
    });
    this.#shown.add(writing);
    // After what the write held has been let go.
    writing.add(() => this.#hasEnded());
  }

  #hasEnded(): void {
    this.#underWay--;
    this.#pull();
  }
}
