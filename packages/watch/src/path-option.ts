/** The option that names a file; relative to the config's folder. */
export const pathOption = <const D extends string>(description: D) => ({
  type: 'string' as const,
  minLength: 1 as const,
  description: `${description} Relative to the config's folder.`,
});
