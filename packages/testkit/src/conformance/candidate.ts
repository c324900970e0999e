import {
  type DeviceEmulator,
  type DisplayDriver,
  type Frame,
  LcdError,
  type Model,
  type OptionsOf,
  type OptionsSchema,
} from '@lcdflow/core';
import { type EmulatedPanel, emulate } from '@lcdflow/emulator';
import { withDefaults } from '../with-defaults.ts';

interface Claims<S extends OptionsSchema> {
  readonly driver: DisplayDriver<S>;
  /** Options as in a config; the schema's defaults are filled in. */
  readonly options?: Partial<OptionsOf<S>>;
  /** The most packets the driver leaves with the device at a time, at least 1: the depth of its `transferQueue`. */
  readonly depth: number;
  /** The keys that are pressed; all keys of the model when left out. */
  readonly keys?: readonly string[];
  /**
   * The frame a glass shows: BLACK and WHITE, or code points. When left out, cells that are characters are taken as
   * they are, or read from the dots of a `dotMatrix`, and pixels are compared with the same glass all black and all white.
   */
  readonly pictureOf?: (glass: Frame) => Frame;
  /** User-defined characters of a panel whose cells are letters; 8 when left out. */
  readonly glyphs?: number;
  /** Makes random areas the same again; a failure tells it. A new one each time when left out. */
  readonly seed?: number;
  /** Deviations: the reason why a check does not apply, by the check's name. */
  readonly except?: Readonly<Record<string, string>>;
}

/** A driver, the device to prove it on, and what it claims. */
export type Conformance<S extends OptionsSchema = OptionsSchema> = Claims<S> &
  (
    | { readonly emulator: DeviceEmulator; readonly emulate?: never }
    /** Powers a panel up, on a bus of your choice. Called within virtual time. */
    | { readonly emulate: () => EmulatedPanel; readonly emulator?: never }
  );

/** What the checks work with. */
export interface Candidate {
  readonly driver: DisplayDriver;
  readonly options: unknown;
  readonly model: Model;
  readonly depth: number;
  readonly keys: readonly string[];
  readonly pictureOf: ((glass: Frame) => Frame) | undefined;
  readonly glyphs: number;
  readonly seed: number;
  readonly emulator: DeviceEmulator | undefined;
  powerUp(): EmulatedPanel;
}

/** Those of an HD44780. */
const GLYPHS = 8;

/** Errors with `config` if the depth is not a whole number from 1. */
export function candidateOf<S extends OptionsSchema>(claims: Conformance<S>): Candidate {
  const { depth, pictureOf, emulator, glyphs = GLYPHS, seed = Math.floor(Math.random() * 2 ** 32) } = claims;
  if (!(Number.isInteger(depth) && depth >= 1))
    throw new LcdError('config', `depth: a whole number from 1, not ${depth}`);
  const driver: DisplayDriver = claims.driver;
  const options = withDefaults(driver.options, claims.options ?? {});
  const model = driver.model(options as never);
  const powerUp = claims.emulate ?? (() => emulate(claims.emulator));
  return { driver, options, model, depth, keys: claims.keys ?? model.keys, pictureOf, glyphs, seed, emulator, powerUp };
}
