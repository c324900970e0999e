export { type CheckedConfig, checkConfig } from './check.ts';
export type { ExpressionParts, ExpressionProblem } from './expressions/compiler.ts';
export {
  type CheckedExpressions,
  createExpressions,
} from './expressions/expressions.ts';
export { FUNCTIONS } from './expressions/functions.ts';
export { CONFIG_NAMES } from './load/config-file.ts';
export { type LoadBuiltins, type LoadedConfig, type LoadOptions, loadConfig } from './load/load-config.ts';
export type { LoadModule } from './load/plugin-module.ts';
export { ConfigError, formatProblem, type Problem } from './problem.ts';
export { configSchema } from './schema/config-schema.ts';
