import { concat, ignoreElements, interval, map, NEVER, of, throwError } from 'rxjs';

/** As a device does, it keeps the program alive while it is open. */
const plugged = concat(of({ submit: () => NEVER, incoming: NEVER }), interval(60_000).pipe(ignoreElements()));

/** A panel on a bus of its own that says what the option `says` means. */
const infos = {
  much: of({ firmware: '2.1', notes: 'first line\nsecond line' }),
  never: NEVER,
  gone: throwError(() => Object.assign(new Error('the device was unplugged'), { code: 'disconnected' })),
};
const model = (says) => ({
  ...{ name: '4x1', width: 4, height: 1, cell: 'character', colors: 2, keys: [], controls: [] },
  ...(says === 'much' && {
    readings: { heat: { unit: '°C', meaning: 'How warm it is' }, pulses: { unit: 'µs', meaning: 'Light' } },
  }),
});

export default {
  name: 'probe',
  apiVersion: 1,
  buses: [{ name: 'probe', connect: () => plugged }],
  drivers: [
    {
      name: 'probe',
      meaning: 'Says what it is told to say.',
      bus: 'probe',
      options: {
        type: 'object',
        properties: { says: { type: 'string', enum: ['nothing', ...Object.keys(infos)] } },
        additionalProperties: false,
      },
      models: [model()],
      model: ({ says }) => model(says),
      open: ({ says }, { connect }) =>
        connect('probe', {}).pipe(
          map(() => ({
            ...{ width: 4, height: 1, cell: 'character', write: () => NEVER },
            ...(infos[says] && { info: infos[says] }),
            readings: concat(of({ heat: 21.5 }, { pulses: [900, -450] }), NEVER),
          })),
        ),
    },
    {
      name: 'window',
      meaning: 'Is on no bus, and must not be opened.',
      options: { type: 'object', properties: {}, additionalProperties: false },
      models: [model()],
      model: () => model(),
      open: () => throwError(() => new Error('the window was opened')),
    },
  ],
};
