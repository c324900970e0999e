import { type DisplayPlan, type Farewell, type Frame, type Page, type RunEvent, run } from '@lcdflow/core';
import { type Behaviour, completeLate, refuse, stall, unplug } from '@lcdflow/emulator';
import { picolcd } from '@lcdflow/plugin-picolcd';
import { VirtualScheduler } from '@lcdflow/testkit';
import { BehaviorSubject, map, Subject, tap, timer } from 'rxjs';
import { type Random, seededRandom } from '../../packages/testkit/src/conformance/random.ts';
import { blankPicture, byePage, byePicture, difference, PAGES, pagePicture, programOf } from './pictures.ts';
import { Plug } from './plug.ts';

/** Faults and people are at work for so long, in ms. */
const TROUBLE = 3_000;
/** Then everything has been opened again and painted, in ms: the waits between attempts are of 4, 8 and 16 s by then. */
const SETTLED = 60_000;
/** A frame is painted at most so long after what it shows has changed, in ms. */
const FRAME = 100;
/** How long a run may take to end, in ms. */
const FAREWELL = 2_000;
/** An end later than that comes when the panel has settled. */
const LATEST = TROUBLE + SETTLED;

type Step = readonly [words: string, act: () => void];

/** What is wrong with a run; nothing when it is right. */
export interface Outcome {
  readonly problems: readonly string[];
  /** Everything that happened, with its time. */
  readonly story: readonly string[];
}

/** One run in virtual time: its faults, keys, values and end follow from the seed. */
export function randomRun(seed: number): Outcome {
  const scheduler = new VirtualScheduler();
  return scheduler.run(({ flush }) => {
    const one = new RandomRun(seededRandom(seed), () => scheduler.now());
    flush();
    return one.outcome();
  });
}

class RandomRun {
  readonly #random: Random;
  readonly #now: () => number;
  readonly #problems: string[] = [];
  readonly #story: string[] = [];
  readonly #values = new BehaviorSubject(0);
  readonly #stop = new Subject<void>();
  readonly #plug: Plug;
  readonly #farewell: Farewell | undefined;
  /** By the keys that the driver has told. */
  #page = 0;
  #changed = 0;
  #stopped: number | undefined;
  #isOver = false;

  constructor(random: Random, now: () => number) {
    this.#random = random;
    this.#now = now;
    this.#plug = new Plug(this.#behaviours());
    this.#farewell = this.#oneOf<Farewell | undefined>(
      undefined,
      { levels: { backlight: 0 } },
      { page: byePage, levels: { backlight: 0.5 } },
    );
    for (let count = 5 + random(15); count > 0; count--) this.#at(random(TROUBLE), this.#trouble());
    this.#at(TROUBLE, ['all is well', () => this.#calm()]);
    timer(LATEST).subscribe(() => this.#stopped === undefined && this.#settled());
    const end = random(3) === 0 ? random(TROUBLE) : LATEST + 1 + random(600);
    this.#at(end, ['stop', () => this.#end()]);
    // Something is always on its way when a settled run is stopped.
    if (end > LATEST) this.#at(LATEST + 1, this.#harmless());
    if (end > LATEST && random(4) === 0) this.#at(end + random(400), this.#fault());
    this.#run();
  }

  outcome(): Outcome {
    if (!this.#isOver) this.#problems.push('the run has not ended');
    return { problems: this.#problems, story: this.#story };
  }

  #run(): void {
    const plan = (pages: readonly Page[]): DisplayPlan => ({
      name: 'front',
      driver: { ...picolcd, open: (options, context) => this.#opened(options, context) },
      options: { model: '256x64', backlight: '100%', contrast: '25%', leds: [], columns: this.#oneOf('any', 'halves') },
      ...{ model: picolcd.models[0]!, device: 'auto', fps: 1000 / FRAME, pages },
      ...(this.#farewell && { farewell: this.#farewell }),
    });
    const say = (message: string) => this.#tell(`log: ${message}`);
    const log = { debug: say, info: say, warn: say, error: say };
    const host = { log, context: () => this.#plug.context, arrivals: () => this.#plug.arrivals };
    run(programOf(this.#values, plan), host, { stop: this.#stop }).subscribe({
      next: (event) => this.#heard(event),
      error: (error: unknown) => this.#problems.push(`the run has failed: ${error}`),
      complete: () => this.#over(),
    });
  }

  readonly #opened: typeof picolcd.open = (options, context) =>
    picolcd.open(options, context).pipe(
      map((display) => ({
        ...display,
        keys: display.keys!.pipe(tap(({ key, pressed }) => pressed && this.#key(key))),
      })),
    );

  #key(key: string): void {
    this.#page = (this.#page + (key === 'down' ? 1 : PAGES - 1)) % PAGES;
    this.#changed = this.#now();
    this.#tell(`${key}: page ${this.#page}`);
  }

  #heard(event: RunEvent): void {
    this.#tell(event.kind === 'lost' || event.kind === 'failed' ? `${event.kind}: ${event.error}` : event.kind);
    if (event.kind === 'opened') this.#changed = this.#now();
    if (event.kind === 'failed') this.#problems.push(`failed for good: ${event.error}`);
    if (event.kind === 'closed') this.#checkFarewell();
  }

  #settled(): void {
    const { pending } = this.#plug;
    if (pending !== 0) this.#problems.push(`settled: ${pending} transfers are pending`);
    this.#check('settled', this.#newest());
  }

  #checkFarewell(): void {
    const wanted = this.#farewell?.levels.backlight ?? 1;
    const level = this.#plug.panel.device.controls().backlight!;
    if (Math.abs(level - wanted) > 0.01) this.#problems.push(`the backlight is ${level}, not ${wanted}`);
    if (this.#farewell) this.#check('farewell', this.#farewell.page ? byePicture() : blankPicture());
    else if (this.#stopped! - this.#changed > FRAME) this.#check('kept', this.#newest());
  }

  #over(): void {
    this.#tell('over');
    this.#isOver = true;
    const took = this.#now() - (this.#stopped ?? 0);
    if (took > FAREWELL) this.#problems.push(`ended ${took} ms after its stop`);
    // Streams tell that they are complete before they clean up.
    timer(1).subscribe(() => this.#quiet('at the end'));
  }

  #quiet(when: string): void {
    const { pending, open } = this.#plug;
    if (pending !== 0) this.#problems.push(`${when}: ${pending} transfers are pending`);
    if (open !== 0) this.#problems.push(`${when}: ${open} transports are open`);
  }

  #check(when: string, picture: Frame): void {
    const wrong = difference(this.#plug.panel.device.glass(), picture);
    if (wrong !== undefined) this.#problems.push(`${when}: ${wrong}`);
  }

  readonly #newest = (): Frame => pagePicture(this.#page, this.#values.value);

  #behaviours(): readonly Behaviour[] {
    const at = () => [1 + this.#random(250)];
    return Array.from({ length: this.#random(5) }, () =>
      this.#oneOf(
        stall({ at: at() }),
        refuse({ at: at(), ms: 1 + this.#random(200) }),
        completeLate({ at: at(), ms: 1 + this.#random(100) }),
        unplug({ at: at() }),
      ),
    );
  }

  #trouble(): Step {
    return this.#random(3) === 0 ? this.#fault() : this.#harmless();
  }

  #harmless(): Step {
    const value = this.#random(1_000);
    const key = this.#oneOf('up', 'down');
    const held = 1 + this.#random(80);
    return this.#oneOf<Step>(
      [`value ${value}`, () => this.#set(value)],
      [`press ${key}`, () => this.#press(key, held)],
    );
  }

  #fault(): Step {
    const after = this.#random(50);
    const away = 1 + this.#random(2_000);
    const isHeard = this.#random(4) > 0;
    return this.#oneOf<Step>(
      [`the next packet fails after ${after} ms`, () => this.#plug.failNext(after)],
      [`pulled for ${away} ms`, () => this.#pull(away, isHeard)],
    );
  }

  #set(value: number): void {
    this.#changed = this.#now();
    this.#values.next(value);
  }

  #press(key: string, held: number): void {
    this.#plug.press(key, true);
    timer(held).subscribe(() => this.#plug.press(key, false));
  }

  #pull(away: number, isHeard: boolean): void {
    this.#plug.pull();
    this.#at(away, [isHeard ? 'put in' : 'put in, unheard', () => this.#plug.putIn(isHeard)]);
  }

  #calm(): void {
    this.#plug.calm();
  }

  #end(): void {
    this.#stopped = this.#now();
    this.#stop.next();
  }

  #at(time: number, [words, act]: Step): void {
    timer(time).subscribe(() => {
      this.#tell(words);
      act();
    });
  }

  #tell(words: string): void {
    this.#story.push(`${this.#now()} ms ${words}`);
  }

  #oneOf<T>(...choices: readonly T[]): T {
    return choices[this.#random(choices.length)]!;
  }
}
