import { concat, defer, NEVER, of } from 'rxjs';

const model = { name: '4x1', width: 4, height: 1, cell: 'character', colors: 2, keys: [], controls: ['backlight'] };

/** A panel that never says that its backlight is set. */
const driver = {
  name: 'stuck',
  meaning: 'A panel that gets stuck.',
  options: { type: 'object', properties: {}, additionalProperties: false },
  models: [model],
  model: () => model,
  open: (_options, { log }) => {
    const backlight = () =>
      defer(() => {
        log.info('dims');
        return NEVER;
      });
    const write = () =>
      defer(() => {
        log.info('writes');
        return of(0);
      });
    const { width, height, cell } = model;
    return concat(of({ width, height, cell, write, controls: { backlight } }), NEVER);
  },
};

export default { name: 'stuck', apiVersion: 1, drivers: [driver] };
