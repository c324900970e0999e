import { type Drawable, definePlugin, defineWidget, WHITE } from '@lcdflow/core';
import { map } from 'rxjs';

const NEW_MOON = Date.UTC(2000, 0, 6, 18, 14);
const MONTH = 29.530588853 * 86_400_000;

export const moon = defineWidget({
  name: 'moon',
  meaning: 'How far the moon is from one new moon to the next.',
  options: { type: 'object', properties: { label: { type: 'string', default: 'Moon' } }, additionalProperties: false },
  render: ({ label }, { ticks }) =>
    ticks(3_600_000).pipe(
      map((now) => ((now - NEW_MOON) / MONTH) % 1),
      map(
        (phase): Drawable =>
          (surface) => {
            const { height } = surface.text({ x: 0, y: 0 }, `${label} ${Math.round(phase * 100)}%`);
            surface.fill({ x: 0, y: height, width: Math.round(surface.width * phase), height: surface.height }, WHITE);
          },
      ),
    ),
});
export default definePlugin({ name: 'moon', apiVersion: 1, widgets: [moon] });
