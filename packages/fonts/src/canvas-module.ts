import { LcdError, messageOf } from '@lcdflow/core';

/** The part of a canvas' drawing context that is used here. */
export interface Context {
  font: string;
  fillStyle: unknown;
  textBaseline: string;
  clearRect(x: number, y: number, width: number, height: number): void;
  fillText(text: string, x: number, y: number): void;
  measureText(text: string): {
    readonly width: number;
    readonly fontBoundingBoxAscent: number;
    readonly fontBoundingBoxDescent: number;
    readonly actualBoundingBoxLeft: number;
    readonly actualBoundingBoxRight: number;
  };
  getImageData(x: number, y: number, width: number, height: number): { readonly data: Uint8ClampedArray };
}

/** The part of the npm module `@napi-rs/canvas` 1.1 that is used here. */
export interface CanvasModule {
  createCanvas(width: number, height: number): { getContext(kind: '2d'): Context };
  readonly GlobalFonts: { register(font: Buffer, alias: string): unknown };
}

/** Where the module comes from. */
export type LoadCanvas = () => Promise<object>;

/** Not a literal, so that nobody looks for it before it is needed. */
const NAME = '@napi-rs/canvas';

/** Loads the module, which is optional. Rejects with `config` and the command that installs it. */
export const loadCanvas = (load: LoadCanvas = () => import(NAME)): Promise<CanvasModule> =>
  load().then(
    (module) => ('default' in module ? module.default : module) as CanvasModule,
    (cause: unknown) => {
      const why = messageOf(cause).split('\n')[0];
      throw new LcdError('config', `TrueType needs the module ${NAME}: "npm install ${NAME}" installs it (${why})`, {
        cause,
      });
    },
  );
