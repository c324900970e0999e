import {
  colorNamed,
  type Drawable,
  defineWidget,
  label,
  mark,
  messageOf,
  milliseconds,
  type Place,
} from '@lcdflow/core';
import { catchError, defer, filter, type Observable, type OperatorFunction, of, scan, switchMap } from 'rxjs';
import { drawn, type Look } from './drawn.ts';
import { OPTIONS } from './image-options.ts';
import { played } from './played.ts';
import { problems } from './problems.ts';
import { type BytesOf, isAddress } from './reading/bytes-of.ts';
import { decoded } from './reading/decoded.ts';
import type { Reading } from './reading/reading.ts';
import { type Stills, stills } from './stills.ts';

const ANCHORS = { left: 0, center: 0.5, right: 1, top: 0, middle: 0.5, bottom: 1 } as const;

/** Makes the widget, which reads pictures by `bytesOf`. */
export const image = (bytesOf: BytesOf, tellProblem = problems(), known = stills()) =>
  defineWidget({
    name: 'image',
    meaning: 'A picture from a file or a web server: PNG, JPEG or GIF, which may move.',
    main: 'from',
    options: OPTIONS,
    render({ from, fit, align, vertical, background, dither, inverted, refresh, alt }, { place, text, log }) {
      const look: Look = {
        fit,
        anchor: { x: ANCHORS[align], y: ANCHORS[vertical] },
        background: background === undefined ? undefined : colorNamed(background),
        dither,
        inverted,
      };
      const instead = alt === undefined ? mark : label(alt, { align: 'center', vertical: 'middle' });
      if (alt !== undefined && place.cell === 'character') return of(instead);
      const isWeb = isAddress(from);
      const every = refresh === undefined ? undefined : milliseconds(refresh);
      return text(from).pipe(
        switchMap((path) => {
          const tell = (problem: string | undefined): void => tellProblem(log, path, problem);
          return bytesOf(path, isWeb, every).pipe(shown({ place, look, instead, isWeb, tell, known, path }));
        }),
      );
    },
  });

interface Showing {
  readonly place: Place;
  readonly look: Look;
  /** What is drawn when there is no picture. */
  readonly instead: Drawable;
  /** What a server once answered stays while it is away. */
  readonly isWeb: boolean;
  readonly tell: (problem: string | undefined) => void;
  readonly known: Stills;
  readonly path: string;
}

interface State {
  readonly reading: Reading;
  /** Whether it makes another picture than the one before. */
  readonly isNew: boolean;
  readonly isShown: boolean;
}

const NOTHING: State = { reading: new Uint8Array(), isNew: false, isShown: false };

const shown =
  (showing: Showing): OperatorFunction<Reading, Drawable> =>
  (readings) =>
    readings.pipe(
      scan((before, reading): State => {
        if (reading instanceof Uint8Array) return { reading, isNew: true, isShown: true };
        showing.tell(messageOf(reading));
        const stays = showing.isWeb && before.isShown;
        return { reading, isNew: !stays, isShown: stays };
      }, NOTHING),
      filter(({ isNew }) => isNew),
      switchMap(({ reading }) => (reading instanceof Uint8Array ? pictures(reading, showing) : of(showing.instead))),
    );

/** What is no picture is a mark. */
function pictures(bytes: Uint8Array, showing: Showing): Observable<Drawable> {
  return defer(() => {
    const drawables = drawablesOf(bytes, showing);
    showing.tell(undefined);
    return drawables;
  }).pipe(
    catchError((error: unknown) => {
      showing.tell(messageOf(error));
      return of(showing.instead);
    }),
  );
}

function drawablesOf(bytes: Uint8Array, { place, look, known, path }: Showing): Observable<Drawable> {
  const { width, height, cell } = place;
  const key = JSON.stringify([path, width, height, cell, look]);
  const still = known.find(key, bytes);
  if (still !== undefined) return of(still);
  const animation = decoded(bytes);
  if (animation.delays.length > 1) return played(animation, (picture) => drawn(picture, place, look), width * height);
  const drawable = drawn(animation.play()(), place, look);
  known.keep(key, bytes, drawable);
  return of(drawable);
}
