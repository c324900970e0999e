export * from './driver-conformance.ts';
export * from './golden.ts';
export * from './picture.ts';
export * from './source-chapter.ts';
export * from './test-card.ts';
export * from './widget-proof.ts';
export * from './widget-proof-film.ts';
