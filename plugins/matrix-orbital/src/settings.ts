import { fraction, LcdError, type Model } from '@lcdflow/core';
import { MODULES, type Module } from './modules.ts';

/** The options of a config, as far as they say how a module is set. */
export interface PanelOptions {
  readonly model: string;
  readonly backlight?: string;
  readonly dimming?: boolean;
  readonly contrast?: string;
  readonly brightness?: string;
  readonly outputs: readonly number[];
  readonly keypad: Readonly<Record<string, string>>;
}

/** What a module is set to whenever it is opened. */
export interface Settings {
  readonly module: Module;
  /** 0 to 1. */
  readonly light: number;
  /** 0 to 1; of no meaning for modules without contrast. */
  readonly contrast: number;
  /** Numbers of the outputs that are on, from 1. */
  readonly outputs: readonly number[];
  /** Names of the keys by their letters. */
  readonly keys: Readonly<Record<string, string>>;
}

/** As every module has it that comes from the factory (docs/protocol.md section 3.3). */
const FACTORY = { light: '100%', contrast: '50%' };

/** Makes the settings of a config. Errors with `config` for what the module does not have. */
export function settingsOf(options: PanelOptions): Settings {
  const module = moduleOf(options);
  refuseWhatItLacks(options, module);
  const { outputs, keypad } = options;
  return {
    module,
    light: fraction(options[module.kind.light] ?? FACTORY.light)!,
    contrast: fraction(options.contrast ?? FACTORY.contrast)!,
    outputs,
    keys: { ...module.keys, ...keypad },
  };
}

/** The module that a config names, with a backlight that can or cannot be dimmed as it says. */
function moduleOf({ model, dimming }: PanelOptions): Module {
  const module = MODULES.find(({ name }) => name === model)!;
  const { kind } = module;
  if (dimming === undefined) return module;
  if (kind.light !== 'backlight') throw lacks(module, 'dimming', 'has no backlight');
  return { ...module, kind: { ...kind, dimming: dimming ? 'byte' : 'switch' } };
}

function refuseWhatItLacks(options: PanelOptions, module: Module): void {
  const { kind, keys } = module;
  const { outputs, keypad } = options;
  const other = kind.light === 'backlight' ? 'brightness' : 'backlight';
  if (options[other] !== undefined) throw lacks(module, other, `has ${kind.light} instead`);
  if (options.contrast !== undefined && !kind.contrast) throw lacks(module, 'contrast', 'has none');
  const output = outputs.find((number) => number > module.outputs);
  if (output !== undefined) throw lacks(module, 'outputs', `has ${counted(module.outputs)}, not a number ${output}`);
  const letter = Object.keys(keypad).find((key) => !Object.hasOwn(keys, key));
  if (letter !== undefined) throw lacks(module, 'keypad', `has ${keysText(keys, letter)}`);
}

const lacks = ({ name }: Module, option: string, what: string): LcdError =>
  new LcdError('config', `matrix-orbital: ${option}: the ${name} ${what}`);

const counted = (outputs: number): string => `${outputs} output${outputs === 1 ? '' : 's'}`;

function keysText(keys: Module['keys'], missing: string): string {
  const letters = Object.keys(keys).join('');
  return letters === '' ? 'no keys' : `keys ${letters}, not ${missing}`;
}

/** Names of the outputs as controls. */
export const outputName = (number: number): string => `gpo${number}`;

/** The model that settings mean. */
export const modelOf = ({ module, keys }: Pick<Settings, 'module' | 'keys'>): Model => ({
  name: module.name,
  width: module.width,
  height: module.height,
  cell: 'character',
  colors: 2,
  ink: module.kind.light === 'brightness' ? 'light' : 'dark',
  keys: [...new Set(Object.values(keys))],
  controls: [
    module.kind.light,
    ...(module.kind.contrast ? ['contrast'] : []),
    ...Array.from({ length: module.outputs }, (_, index) => outputName(index + 1)),
  ],
});
