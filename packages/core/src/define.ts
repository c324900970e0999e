import type { OptionsSchema } from './options.ts';
import type { DisplayDriver, Plugin, Source, Widget } from './types.ts';

/** Gives editor help: infers the options' type from the schema, changes nothing. */
export const defineWidget = <const S extends OptionsSchema>(widget: Widget<S>): Widget<S> => widget;
/** Gives editor help: infers the options' type from the schema, changes nothing. */
export const defineSource = <const S extends OptionsSchema>(source: Source<S>): Source<S> => source;
/** Gives editor help: infers the options' type from the schema, changes nothing. */
export const defineDriver = <const S extends OptionsSchema>(driver: DisplayDriver<S>): DisplayDriver<S> => driver;
/** Gives editor help, changes nothing. */
export const definePlugin = (plugin: Plugin): Plugin => plugin;
