import { hoursOfFifty } from '../test/fifty/hours.ts';
import type { Figure } from './figure.ts';
import { weighed } from './heap.ts';

const HOURS = 24;
/** V8 goes on learning for some hours. */
const WARM_UP = 8;
/** So many times slower than it is: each hour has as many readings and pages as six minutes. */
const SLOWER = 10;

/** How much the heap grows in a day of virtual time, going by the line that fits its weights best. */
export function day(): readonly Figure[] {
  const { heap, shown, complaints } = hoursOfFifty(HOURS, SLOWER, weighed);
  if (complaints.length > 0) throw new Error(complaints.join('\n'));
  const value = slopeOf(heap.slice(WARM_UP)) * HOURS;
  return [
    {
      name: `growth of the heap in ${HOURS} h of virtual time, fifty widgets`,
      value,
      unit: 'MB',
      goal: { atMost: 0.5 },
    },
    { name: 'areas shown in it', value: shown.reduce((sum, count) => sum + count), unit: 'areas' },
  ];
}

/** Of the line through values at equal distances that has the least squares of errors. */
function slopeOf(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const rise = values.reduce((sum, value, index) => sum + value * (index - middle), 0);
  return rise / values.reduce((sum, _, index) => sum + (index - middle) ** 2, 0);
}
