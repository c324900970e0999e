const PERCENT = { type: 'string', format: 'template' } as const;

/** A place along one side, or a length: pixels, a share of the place, or a text that says either. */
const length = {
  anyOf: [{ type: 'number' }, PERCENT],
  description: 'Pixels, or a text such as 50% or {{ cpu.busy }}%.',
} as const;

const point = {
  type: 'array',
  items: length,
  minItems: 2,
  maxItems: 2,
  description: 'To the right and down, from the upper left corner.',
} as const;

const color = {
  type: 'string',
  format: 'template',
  description: 'A colour name or #rrggbb; expressions stand in {{ }}. White when left out.',
  examples: ['red', "{{ cpu.busy > 80 ? 'red' : 'lime' }}"],
} as const;

const thickness = { type: 'integer', minimum: 1, maximum: 100, description: 'In pixels; 1 when left out.' } as const;
const filled = { type: 'boolean', description: 'The whole area instead of its outline.' } as const;

/** Options of a step that needs some of them. */
const step = <const P extends object, const R extends readonly (keyof P & string)[]>(properties: P, required: R) =>
  ({ type: 'object', properties, required, additionalProperties: false }) as const;

/** What can be drawn: a step has one of these names; of several all are drawn, in the order they are written. */
export const STEP = {
  type: 'object',
  properties: {
    fill: { ...color, description: 'The whole place in a colour.' },
    pixel: step({ at: point, color }, ['at']),
    line: step({ from: point, to: point, color, thickness }, ['from', 'to']),
    polyline: step(
      {
        points: { type: 'array', items: point, minItems: 2, description: 'Each is joined to the next one.' },
        closed: { type: 'boolean', description: 'The last point is joined to the first one, too.' },
        color,
        thickness,
      },
      ['points'],
    ),
    rectangle: step({ at: point, size: point, color, thickness, filled }, ['at', 'size']),
    circle: step({ center: point, radius: length, color, thickness, filled }, ['center', 'radius']),
    text: step(
      {
        at: point,
        value: { type: 'string', format: 'template', description: 'What to write; expressions stand in {{ }}.' },
        align: {
          type: 'string',
          enum: ['left', 'center', 'right'],
          description: 'Which part of the text is at the point; left when left out. The point is at its upper edge.',
        },
        font: { type: 'string', format: 'font', description: "A font's name; the display's own when left out." },
        color,
        background: { ...color, description: 'Behind the letters; what is there stays when left out.' },
      },
      ['at', 'value'],
    ),
  },
  additionalProperties: false,
} as const;
