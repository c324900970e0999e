import type { JsonSchema } from './words.ts';

const CHOICE: JsonSchema = { type: 'string', enum: ['auto', 'emulated', 'attached'] };

const DEVICE: JsonSchema = {
  anyOf: [CHOICE, { type: 'object', lcdWords: 'an address such as { serial: "1234" }' }],
  default: 'auto',
  description: 'A plugged-in device or else an emulated one (auto), always one of them, or the one with this address.',
};

/** The part of a serial address that is the user's: the rest is known to the driver. */
const SERIAL_ADDRESS: JsonSchema = {
  type: 'object',
  properties: {
    path: { type: 'string', minLength: 1, examples: ['/dev/ttyUSB0'], description: 'The port.' },
    serial: { type: 'string', minLength: 1, examples: ['A1'], description: 'The serial number of a USB adapter.' },
    baudRate: {
      type: 'integer',
      minimum: 50,
      maximum: 12_000_000,
      description: 'Bits a second, as the panel is set; what its driver says when left out.',
    },
    flow: {
      type: 'string',
      enum: ['none', 'hardware', 'software'],
      description: 'What may stop the line: nothing, RTS and CTS, or XON and XOFF; as its driver says when left out.',
    },
    dtr: { type: 'boolean', description: 'The modem line DTR while it is open; as the system sets it when left out.' },
    rts: { type: 'boolean', description: 'The modem line RTS while it is open; as the system sets it when left out.' },
  },
  additionalProperties: false,
};

const SERIAL_DEVICE: JsonSchema = {
  anyOf: [CHOICE, { type: 'string', pattern: '^(/.|COM\\d)' }, SERIAL_ADDRESS],
  default: 'auto',
  lcdWords:
    'auto, emulated, attached, a path such as /dev/ttyUSB0 or an address such as { serial: "A1", baudRate: 9600 }',
  description:
    'The path of the port, best one in /dev/serial/by-id; an address; the only USB adapter that is plugged in (attached); or an emulated device. Left out (auto): emulated, unless the driver knows its panel by USB ids, since a serial port does not say what is at its other end.',
};

/** What `device:` may be for a driver on this bus. */
export const deviceSchema = (bus: string): JsonSchema => (bus === 'serial' ? SERIAL_DEVICE : DEVICE);
