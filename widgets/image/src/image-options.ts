/** The options of the widget. */
export const OPTIONS = {
  type: 'object',
  properties: {
    from: {
      type: 'string',
      format: 'template',
      minLength: 1,
      description:
        "A file, relative to the config's folder, or an address that begins with http:// or https://; expressions stand in {{ }}.",
      examples: ['logo.png', 'icons/{{ weather.icon }}.gif', 'https://example.com/radar.png'],
    },
    fit: {
      type: 'string',
      enum: ['contain', 'cover', 'fill', 'none'],
      default: 'contain',
      description:
        'contain shows all of the picture, cover fills the place and cuts off what is too much, fill draws it out of shape, none leaves its pixels as they are.',
    },
    align: {
      type: 'string',
      enum: ['left', 'center', 'right'],
      default: 'center',
      description: 'Where it lies between the left and the right edge, or which part is seen of what is too wide.',
    },
    vertical: {
      type: 'string',
      enum: ['top', 'middle', 'bottom'],
      default: 'middle',
      description: 'Where it lies between the upper and the lower edge, or which part is seen of what is too high.',
    },
    background: {
      type: 'string',
      format: 'color',
      description: 'The colour of the whole place behind the picture; what lies below is seen when left out.',
    },
    dither: {
      type: 'string',
      enum: ['floyd-steinberg', 'bayer', 'none'],
      default: 'floyd-steinberg',
      description:
        'How a mono panel shows shades: by dots strewn as fits best, by dots in a pattern, or as black and white.',
    },
    inverted: {
      type: 'boolean',
      default: false,
      description: 'Bright and dark changed over, as for white drawings on a panel with dark ink.',
    },
    refresh: {
      type: 'string',
      format: 'duration',
      description: 'How long after an answer a server is asked again; never when left out. Files are watched anyway.',
      examples: ['5m'],
    },
    alt: {
      type: 'string',
      description: 'A text that is shown on characters, and wherever there is no picture.',
      examples: ['radar'],
    },
  },
  required: ['from'],
  additionalProperties: false,
} as const;
