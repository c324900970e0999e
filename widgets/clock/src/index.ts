import { bigText, colorNamed, definePlugin, defineWidget, fittingFont, label, WHITE } from '@lcdflow/core';
import { distinctUntilChanged, map } from 'rxjs';
import { longest, periodOf, timeText } from './time-text.ts';

/** Date and time. */
export const clock = defineWidget({
  name: 'clock',
  meaning: 'Date and time of this machine, in its time zone.',
  main: 'format',
  options: {
    type: 'object',
    properties: {
      format: {
        type: 'string',
        minLength: 1,
        default: 'HH:mm:ss',
        description: 'Day.js tokens: YYYY MM DD dddd HH hh mm ss A … (https://day.js.org/docs/en/display/format).',
        examples: ['HH:mm', 'ddd D MMM YYYY', 'h:mm A', '[week day] dddd'],
      },
      align: {
        type: 'string',
        enum: ['left', 'center', 'right'],
        default: 'left',
        description: 'Where it stands between the left and the right edge of the place.',
      },
      vertical: {
        type: 'string',
        enum: ['top', 'middle', 'bottom'],
        default: 'middle',
        description: 'Where it stands between the upper and the lower edge of the place.',
      },
      font: {
        type: 'string',
        format: 'font',
        default: 'fit',
        description:
          "A font's name, or fit for the largest in which every time of this format fits; over several lines of letters then.",
        examples: ['6x8', 'fit'],
      },
      color: { type: 'string', format: 'color', default: 'white', description: 'The colour of the letters.' },
    },
    additionalProperties: false,
  },
  render({ format, color, font, ...look }, { place, ticks }) {
    const style = {
      ...look,
      color: colorNamed(color) ?? WHITE,
      // The letters must keep their size from a short name of a month to a long one.
      font: font === 'fit' ? fittingFont(longest(format), place) : font,
    };
    return ticks(periodOf(format)).pipe(
      map((now) => timeText(now, format)),
      distinctUntilChanged(),
      map((time) => (font === 'fit' && place.cell === 'character' ? bigText(time, look) : label(time, style))),
    );
  },
});

export default definePlugin({ name: 'clock', apiVersion: 1, widgets: [clock] });
