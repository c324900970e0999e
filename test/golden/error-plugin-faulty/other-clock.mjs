const options = { type: 'object', properties: {}, additionalProperties: false };

/** Wants a name that another plugin has. */
export default {
  name: 'other-clock',
  apiVersion: 1,
  widgets: [{ name: 'clock', meaning: 'Another clock.', options, render: () => [] }],
};
