import { type Completion, type Display, type Frame, type Rect, type Transport, transferQueue } from '@lcdflow/core';
import {
  catchError,
  concat,
  defer,
  EMPTY,
  ignoreElements,
  interval,
  map,
  merge,
  mergeMap,
  NEVER,
  type Observable,
  of,
  Subject,
  switchMap,
  take,
} from 'rxjs';
import { DEPTH, encodeArea, encodeControl, type Open, openSmallPanel, smallModel } from './small-panel.ts';

/** The driver with its display changed. */
const withDisplay =
  (change: (display: Display, transport: Transport) => Partial<Display>): Open =>
  (transport) =>
    openSmallPanel(transport).pipe(map((display) => ({ ...display, ...change(display, transport) })));

/** The driver on a transport that it treats wrongly. */
const withTransport =
  (change: (transport: Transport) => Transport): Open =>
  (transport) =>
    openSmallPanel(change(transport));

const neighbour = (area: Rect): Rect => ({ ...area, x: (area.x + 10) % 20 });
/** Packets of the opening. */
const OPENING = 2;
let openedBefore = false;
const memory = new Uint8Array(256);

/** One bug each, in an otherwise good driver of pixels. */
export const BUGS: Readonly<Record<string, Open>> = {
  'column off by one': withTransport((transport) => ({
    ...transport,
    submit: (packet) => transport.submit(packet[0] === 2 ? packet.with(1, packet[1]! + 1) : packet),
  })),
  'rows upside down': withTransport((transport) => ({
    ...transport,
    submit: (packet) => transport.submit(packet[0] === 2 ? packet.with(2, 16 - packet[2]! - packet[4]!) : packet),
  })),
  'ink and paper changed over': withTransport((transport) => ({
    ...transport,
    submit: (packet) =>
      transport.submit(packet[0] === 2 ? packet.map((byte, index) => (index < 5 ? byte : 1 - byte)) : packet),
  })),
  'completes too early': (transport) => {
    const queue = transferQueue(transport, DEPTH);
    const areas = new Subject<Uint8Array>();
    const forgotten = areas.pipe(mergeMap((packet) => queue.send([packet])));
    const early = withDisplay(() => ({
      write: (frame, area) => defer(() => areas.next(encodeArea(frame, area)) ?? EMPTY),
    }));
    return merge(merge(queue.completions, forgotten).pipe(ignoreElements()), early(transport));
  },
  'completes when the first of two packets has gone': withDisplay(({ queue }) => ({
    write: (frame, area) => queue!.send(halves(area).map((half) => encodeArea(frame, half))).pipe(take(1)),
  })),
  'never completes': withDisplay(({ write }) => ({ write: (frame, area) => concat(write(frame, area), NEVER) })),
  'second tile sent along': withDisplay(({ queue }) => ({
    write: (frame, area) => queue!.send([area, neighbour(area)].map((part) => encodeArea(frame, part))),
  })),
  'queue bypassed': withDisplay((_, transport) => ({
    write: (frame, area) => transport.submit(encodeArea(frame, area)),
  })),
  'queue one deeper than declared': (transport) => {
    const queue = transferQueue(transport, DEPTH + 1);
    const open = openSmallPanel({ ...transport, submit: (packet) => queue.send([packet]) }, DEPTH + 1);
    return merge(queue.completions.pipe(ignoreElements()), open);
  },
  'two keys mixed up': withDisplay(({ keys }) => ({
    keys: keys!.pipe(
      map(({ key, pressed }) => ({ key: key === 'left' ? 'right' : key === 'right' ? 'left' : key, pressed })),
    ),
  })),
  'says only that a key went down': withDisplay(({ keys }) => ({
    keys: keys!.pipe(switchMap((event) => (event.pressed ? [event] : []))),
  })),
  'pump leaked': (transport) => {
    const queue = transferQueue(transport, DEPTH);
    queue.completions.subscribe({ error: () => {} });
    return openSmallPanel(transport).pipe(
      map((display) => ({ ...display, write: (frame, area) => queue.send([encodeArea(frame, area)]) })),
    );
  },
  'errors swallowed': (transport) => openSmallPanel(transport).pipe(catchError(() => NEVER)),
  'a write waits for ever when the panel has gone': withDisplay(({ write }) => ({
    write: (frame, area) => write(frame, area).pipe(catchError(() => NEVER)),
  })),
  'an error of a packet is a completion': withTransport((transport) => ({
    ...transport,
    submit: (packet) => transport.submit(packet).pipe(catchError(() => EMPTY)),
  })),
  'buffer used again': withDisplay((_, transport) => ({
    write: (frame, area) => defer(() => transport.submit(filled(frame, area))),
  })),
  'control inverted': withDisplay(({ controls }) => ({
    controls: { ...controls, backlight: (level) => controls!.backlight!(1 - level) },
  })),
  'one control turns another': withDisplay(({ queue, controls }) => ({
    controls: { ...controls, led: (level) => queue!.send([encodeControl(1, level), encodeControl(0, level)]) },
  })),
  'state sent only the first time': (transport) => {
    const skipped = openedBefore ? OPENING : 0;
    openedBefore = true;
    let count = 0;
    const submit = (packet: Uint8Array): Observable<Completion> =>
      ++count > skipped ? transport.submit(packet) : of({ packet, bytes: packet.length });
    return openSmallPanel({ ...transport, submit });
  },
  'sends something all the time': (transport) =>
    openSmallPanel(transport).pipe(
      switchMap((display) =>
        merge(
          of(display),
          interval(1000).pipe(
            switchMap(() => display.queue!.send([Uint8Array.of(0)])),
            ignoreElements(),
          ),
        ),
      ),
    ),
  'size is not the one of its model': withDisplay(() => ({ width: smallModel.width - 1 })),
  'areas wider than its tile': withDisplay(() => ({ widest: 11 })),
};

const halves = (area: Rect): readonly Rect[] => {
  const width = Math.ceil(area.width / 2);
  return [
    { ...area, width },
    { ...area, x: area.x + width, width: area.width - width },
  ];
};

/** Encodes into the same memory each time. */
function filled(frame: Frame, area: Rect): Uint8Array {
  const packet = encodeArea(frame, area);
  memory.set(packet);
  return memory.subarray(0, packet.length);
}
