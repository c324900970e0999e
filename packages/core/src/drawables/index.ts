export { type BarDirection, type BarOptions, bar } from './bar.ts';
export { COLOR_NAMES, colorNamed } from './color-named.ts';
export { amountOf, fractionOf } from './fraction.ts';
export { type GraphOptions, graph } from './graph.ts';
export { fittingFont, type LabelOptions, label, textFits } from './label.ts';
export { MARQUEE_GAP, marqueeText } from './marquee-text.ts';
export { type Limits, scaleOf } from './scale.ts';
export { stack } from './stack.ts';
