export { changesOf } from './changes.ts';
export * from './path-option.ts';
export { identityOf } from './places.ts';
export { openFile, readBeginning } from './read-file.ts';
export * from './unreadable.ts';
