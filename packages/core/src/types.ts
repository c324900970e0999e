import type { Observable } from 'rxjs';
import type { OptionsOf, OptionsSchema } from './options.ts';

/** Width and height in cells, both whole and at least 0. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A cell's place: `x` counts to the right, `y` down, both from 0. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The cells from `x` to `x + width - 1` and from `y` to `y + height - 1`. */
export interface Rect extends Point, Size {}

/** What a cell of a frame holds: a colour, or a letter. */
export type CellKind = 'pixel' | 'character';

/**
 * A picture: `width * height` cells, row by row. A pixel is 0xRRGGBB; a character is a Unicode code point, plus
 * `INVERTED` when it is shown dark on light; a wide letter is followed by a `TAIL`. A frame is never written again once it has been shown.
 */
export interface Frame extends Size {
  readonly cells: Uint32Array;
}

/** How text is drawn. Everything may be left out. */
export interface TextStyle {
  /** A font's name such as `6x13`; the display's own font when left out. Ignored where cells are characters. */
  readonly font?: string;
  /** 0xRRGGBB; white (ink) when left out. */
  readonly color?: number;
  /** 0xRRGGBB behind the letters; what is there stays when left out. */
  readonly background?: number;
  /** Ink and background changed over. */
  readonly inverted?: boolean;
  /** Strokes a pixel wider. Ignored where cells are characters. */
  readonly bold?: boolean;
  /** A line below the letters. Ignored where cells are characters. */
  readonly underlined?: boolean;
}

/** How the ink of a mono panel looks to a person: `light` glows or is lit from behind, `dark` is the shade of an LCD. */
export type Ink = 'light' | 'dark';

/** Something to paint on. Drawing outside is dropped, never an error. Mono panels show light colours as ink. */
export interface Surface extends Size {
  readonly cell: CellKind;
  /** One letter of the display's own font, in cells; 1 x 1 where cells are characters. */
  readonly letter: Size;
  /** True where pixels are either ink or paper: a picture that is copied there should be so, too. */
  readonly mono?: boolean;
  /** How ink looks beside paper, for pictures of what has a brightness of its own; `light` when left out. */
  readonly ink?: Ink;
  /** Fills an area with a colour; where cells are characters black is a blank and anything else a full block. */
  fill(area: Rect, color: number): void;
  /**
   * Draws one line of text with its upper left corner at a point: accents on their letters, wide letters two letters
   * wide, right-to-left scripts in visual order. Returns the size it takes, clipped or not.
   */
  text(at: Point, text: string, style?: TextStyle): Size;
  /** The size one line of text would take. */
  measure(text: string, style?: TextStyle): Size;
  /** Copies a picture of the same kind of cells. */
  blit(at: Point, picture: Frame): void;
  /** A part of this surface with its own origin. */
  clip(area: Rect): Surface;
}

/** A picture as a function: paints itself on any surface, as often as asked, and nothing else. */
export type Drawable = (surface: Surface) => void;

/** Where messages for people go. Messages begin with who speaks, in lower case: `front: picolcd: …`. */
export interface Logger {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** What one source measured at one moment, by the names in its `describe`. `undefined` shows as `-`. */
export type Readings = Readonly<Record<string, unknown>>;

/** What one reading is. */
export interface ReadingDescription {
  /** `%`, `B`, `B/s`, `s`, `°C`, `1/s` … or an empty string for a plain number or a text. */
  readonly unit: string;
  /** Smallest and largest value; a name stands for another reading of the same source. Left out when unbounded. */
  readonly range?: readonly [min: number, max: number | string];
  /** One sentence a person can read in `lcd sources`. */
  readonly meaning: string;
}

/** What a source may use. */
export interface SourceContext {
  /** Milliseconds since 1970, at once and then on each multiple of `every` (ms); shared by all who ask for the same. */
  ticks(every: number): Observable<number>;
  readonly log: Logger;
}

/**
 * Measures something. `read` is called once for each set of options; what it returns is subscribed while somebody
 * shows a reading of it and unsubscribed when nobody does, possibly many times over. It is shared: one poll for all.
 */
export interface Source<S extends OptionsSchema = OptionsSchema> {
  readonly name: string;
  /** One sentence for `lcd sources`. */
  readonly meaning: string;
  readonly options: S;
  /** Every reading by its path: `busy`, `cores[].busy`. */
  readonly describe: Readonly<Record<string, ReadingDescription>>;
  /** Readings that the options name, and those of `describe` that options change. Left out when there are none. */
  describeFor?(options: OptionsOf<S>): Readonly<Record<string, ReadingDescription>>;
  read(options: OptionsOf<S>, context: SourceContext): Observable<Readings>;
}

/** The value of an expression, with its unit and range where they are known. */
export interface Quantity {
  /** `undefined` when there is no value now. */
  readonly value: unknown;
  readonly unit?: string;
  readonly min?: number;
  readonly max?: number;
}

/** One member of a list: what expressions are worth in which it is called `row`. Only those that were asked for are known. */
export type Row = (expression: string) => Quantity;

/** The place a widget lives in: its size never changes while the widget lives. */
export interface Place extends Size {
  readonly cell: CellKind;
  /** One letter of the display's own font, in cells. */
  readonly letter: Size;
  measure(text: string, style?: TextStyle): Size;
}

/** What a widget may use. */
export interface WidgetContext {
  readonly place: Place;
  /** All readings of a source. */
  source(name: string): Observable<Readings>;
  /** An expression such as `cpu.busy` or `memory.used / memory.total`, evaluated anew on every reading it uses. */
  value(expression: string): Observable<Quantity>;
  /** A text with expressions in `{{ }}`. */
  text(template: string): Observable<string>;
  /**
   * The members of the list that an expression gives, for expressions in which `row` is one of them; each is evaluated
   * when it is asked for. `undefined` while there is no list.
   */
  rows(list: string, expressions: readonly string[]): Observable<readonly Row[] | undefined>;
  /** As for sources: the only clock a widget has. */
  ticks(every: number): Observable<number>;
  readonly log: Logger;
}

/** What is taken at each side, as distances of the page language: `2px`, `1lines`. */
export interface Room {
  readonly left: string;
  readonly right: string;
  readonly top: string;
  readonly bottom: string;
}

/** Turns readings into a stream of pictures for one place. An error shows a mark in that place and is retried. */
export interface Widget<S extends OptionsSchema = OptionsSchema> {
  readonly name: string;
  /** One sentence for the editor's hover text. */
  readonly meaning: string;
  readonly options: S;
  /** The option that may be written right behind the name: `bar: cpu.busy` is `bar: { value: cpu.busy }`. */
  readonly main?: string;
  /** True when it goes on while its page is hidden, as a graph must that shows the past. */
  readonly background?: boolean;
  /**
   * Of a widget that stands round another part of the page, such as a frame: what it takes at each side of its place. In
   * the config `part` among its options is what stands inside.
   */
  around?(options: OptionsOf<S>): Room;
  render(options: OptionsOf<S>, context: WidgetContext): Observable<Drawable>;
}

/** A key that went down or up, by the name in its model's `keys`. */
export interface KeyEvent {
  readonly key: string;
  readonly pressed: boolean;
}

/** What is known about a kind of panel before one is opened. */
export interface Model extends Size {
  /** As written behind `model:` in the config. */
  readonly name: string;
  readonly cell: CellKind;
  /** How many colours a cell can take: 2 is monochrome. */
  readonly colors: number;
  /** How ink looks on the glass where there are two colours; `light` when left out. */
  readonly ink?: Ink;
  /** Names of the keys. */
  readonly keys: readonly string[];
  /** Names of the controls: backlight, contrast, led1 … */
  readonly controls: readonly string[];
  /** What it measures by itself, by path: expressions read it as a source that is named after the display. */
  readonly readings?: Source['describe'];
  /** How it is found on the USB. */
  readonly usb?: { readonly vendorId: number; readonly productId: number };
}

/** An open panel. Its size, keys, controls and readings are those of its model. */
export interface Display extends Size {
  readonly cell: CellKind;
  /** The grid that writes stay inside; the whole display when left out. */
  readonly tile?: Size;
  /** The widest area one write may have, in cells; the tile's width when left out. */
  readonly widest?: number;
  /** Unchanged cells in a row that are cheaper to send again than to start another write; endless when left out. */
  readonly gap?: number;
  /** Writes to keep on the way; one when left out. */
  readonly ahead?: number;
  /**
   * The same picture in the panel's own codes, such as those of its character ROM. Called once for each frame, before it
   * is compared with what the glass shows; `write` gets what this returned. Frames are written as they are when left out.
   */
  encode?(frame: Frame): Frame;
  /**
   * Shows an area of a frame. Completes when it is on the glass. Nothing outside the area's tile is touched; inside it
   * more of the same frame may be shown than the area.
   */
  write(frame: Frame, area: Rect): Observable<unknown>;
  readonly keys?: Observable<KeyEvent>;
  /** Backlight, contrast, LEDs …: each takes a level from 0 to 1 and completes when the panel has it. */
  readonly controls?: Readonly<Record<string, (level: number) => Observable<unknown>>>;
  /** What the panel measures by itself, such as infrared pulses, while subscribed; its model describes it. */
  readonly readings?: Observable<Readings>;
  /** All that a person may want to know of the device, by what it is; asked when subscribed, emitted once. */
  readonly info?: Observable<Readonly<Record<string, string>>>;
  /** For tools that trace, count, or ask the panel something. */
  readonly queue?: TransferQueue;
}

/** What a driver may use. */
export interface DriverContext {
  /** The only door to hardware: subscribing opens, unsubscribing closes, an error means lost. */
  connect(bus: string, address: Readonly<Record<string, unknown>>): Observable<Transport>;
  /** Signs: the name of the display. */
  readonly display: string;
  readonly log: Logger;
}

/** Knows how to talk to a family of panels. */
export interface DisplayDriver<S extends OptionsSchema = OptionsSchema> {
  readonly name: string;
  /** One sentence for `lcd devices`. */
  readonly meaning: string;
  /** Its options; `driver`, `pages`, `rotate`, `fps`, `font` and `device` belong to the framework. */
  readonly options: S;
  /** The bus that `device:` is looked up on; a driver without one takes no `device:`. */
  readonly bus?: string;
  readonly models: readonly Model[];
  /** The model these options mean, known before anything is opened. */
  model(options: OptionsOf<S>): Model;
  /**
   * Emits the open display once, when everything the panel forgets without power has been sent, and stays open.
   * Subscribing opens, unsubscribing closes, an error means lost. Connects through `context` only.
   */
  open(options: OptionsOf<S>, context: DriverContext): Observable<Display>;
}

/** A packet that has gone. */
export interface Completion {
  readonly packet: Uint8Array;
  /** Bytes that really went. */
  readonly bytes: number;
}

/** A connection that carries packets. */
export interface Transport {
  /** On subscription hands one packet over; emits once when it has gone and completes. Errors mean it has not gone. */
  submit(packet: Uint8Array): Observable<Completion>;
  /** Packets from the device, while subscribed. */
  readonly incoming: Observable<Uint8Array>;
}

/** Keeps packets in order and a few on the way. */
export interface TransferQueue {
  /** The pump: runs while subscribed; each completion submits the next packet. An error ends it and all who wait. */
  readonly completions: Observable<Completion>;
  /**
   * Copies the packets at once and, when subscribed, queues them; emits each completion and completes after the last.
   * Unsubscribing takes back what has not gone.
   */
  send(packets: Iterable<Uint8Array>): Observable<Completion>;
  /**
   * Asks a question: listens first, then sends. The first incoming packet that `answer` turns into something is
   * emitted. One request at a time. Errors with `timeout` after `within` ms, or with what made the sending fail.
   */
  request<T>(packet: Uint8Array, answer: (incoming: Uint8Array) => T | undefined, within: number): Observable<T>;
}

/** A device that is plugged in. */
export interface FoundDevice {
  readonly bus: string;
  readonly address: Readonly<Record<string, unknown>>;
  /** For people: manufacturer, product, serial number, as far as known. */
  readonly label: string;
}

/** A way to reach devices. */
export interface Bus {
  readonly name: string;
  /** Opens a device. `not-found`, `busy`, `disconnected` and `timeout` are waited for, other errors are final. */
  connect(address: Readonly<Record<string, unknown>>, log: Logger): Observable<Transport>;
  /** Everything attached now. */
  list?(): Observable<readonly FoundDevice[]>;
  /** Each device that is attached while subscribed, as far as the bus is told. Never errors. */
  arrivals?(): Observable<FoundDevice>;
}

/** What an emulated device does with a packet. */
export interface Reaction {
  /** Packets it sends back. */
  readonly answers?: readonly Uint8Array[];
  /** For how many ms it takes no further packet. */
  readonly busy?: number;
}

/** A powered-up device made of code. It has no clock and no I/O: the emulated bus owns both. */
export interface EmulatedDevice {
  receive(packet: Uint8Array): Reaction;
  /** A person presses or releases a key. Returns the packets the device sends. */
  press(key: string, pressed: boolean): readonly Uint8Array[];
  /** What a person sees on the glass now, in the panel's own colours. */
  glass(): Frame;
  /** Backlight, contrast, LEDs as a person sees them: 0 to 1. */
  controls(): Readonly<Record<string, number>>;
}

/** How a device introduces itself on the USB: its descriptors as bytes, ready for the wire (USB 2.0, 9.6; HID 1.11, 6.2). */
export interface UsbDescriptors {
  /** The device descriptor: 18 bytes. */
  readonly device: Uint8Array;
  /** The configuration descriptor with everything that follows it: interfaces, HID, endpoints. */
  readonly configuration: Uint8Array;
  /** The texts that string indices mean, the one of index 1 first. */
  readonly strings: readonly string[];
  /** The HID report descriptor of interface 0. */
  readonly report?: Uint8Array;
}

/** Makes emulated devices of one model. Written from the protocol paper; never imports the driver. */
export interface DeviceEmulator {
  readonly driver: string;
  readonly model: string;
  readonly bus: string;
  /** Service interval of the bus in ms: at most one packet goes out in each. */
  readonly interval: number;
  /** On a serial line: its rate in Bd. Each byte takes ten bits of it. */
  readonly baudRate?: number;
  /** What it says of itself when a computer asks; with it the device can be lent to one over USB/IP. */
  readonly usb?: UsbDescriptors;
  powerUp(): EmulatedDevice;
  /** One packet in words, for traces. */
  explain(packet: Uint8Array, direction: 'out' | 'in'): string;
}

/** A function for expressions. */
export interface ExpressionFunction {
  /** As CEL writes it: `celsius(double): double`. */
  readonly signature: string;
  readonly meaning: string;
  call(...values: never[]): unknown;
}

/** A plugin is the manifest. Its module's default export is one, or a function from options to one. */
export interface Plugin {
  readonly name: string;
  readonly apiVersion: 1;
  readonly sources?: readonly Source[];
  readonly widgets?: readonly Widget[];
  readonly drivers?: readonly DisplayDriver[];
  readonly buses?: readonly Bus[];
  readonly emulators?: readonly DeviceEmulator[];
  readonly functions?: readonly ExpressionFunction[];
}

/** Makes a plugin from the options in the config. Paths in them are relative to the config's folder. */
export type PluginFactory<O = never> = (options: O, config: { readonly folder: string }) => Plugin;
