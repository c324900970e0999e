import { type Attempt, defineSource, LcdError } from '@lcdflow/core';
import { everyOption, percent, plain } from './describe.ts';
import type { Files } from './files.ts';
import { pollSlowly } from './poll-slowly.ts';

/** The most that `link` can be: cfg80211 maps -110 to -40 dBm on 0 to 70. */
const MOST = 70;
const NONE = 'no /proc/net/wireless: no wireless hardware, or a kernel without CFG80211_WEXT';

/** How well a wireless network is received, from /proc/net/wireless. */
export const wireless = (files: Files) =>
  defineSource({
    name: 'wireless',
    meaning: 'How well the wireless network is received.',
    options: {
      type: 'object',
      properties: {
        interface: {
          type: 'string',
          minLength: 1,
          description: 'A wireless interface; the first one that is connected when left out.',
          examples: ['wlan0'],
        },
        every: everyOption('5s'),
      },
      additionalProperties: false,
    },
    describe: {
      interface: plain('Its name.'),
      quality: percent('How good the link is.'),
      signal: { unit: 'dBm', range: [-100, 0], meaning: 'How strong the signal is.' },
      noise: { unit: 'dBm', meaning: 'How strong the noise is; no value where the driver does not say.' },
    },
    read: ({ interface: wanted, every }, context) =>
      pollSlowly({ name: 'wireless', every, context }, () => measure(files, wanted)),
  });

async function measure(files: Files, wanted: string | undefined): Promise<Attempt> {
  if (files.exists('/proc') && !files.exists('/proc/net/wireless')) return { problem: NONE };
  const links = parseWireless(await files.slowText('/proc/net/wireless'));
  const chosen = wanted === undefined ? links[0] : links.find((link) => link.interface === wanted);
  if (chosen !== undefined) return { readings: chosen };
  const known = links.map((link) => link.interface).join(', ');
  throw new LcdError(
    'not-found',
    `no connection over ${wanted ?? 'a wireless interface'}${known && `: expected ${known}`}`,
  );
}

/** The links of /proc/net/wireless; lines that are none are passed over. */
export function parseWireless(text: string) {
  return [...text.matchAll(/^ *([^\s:]+): [0-9a-f]{4} +(\d{1,3})\.? +(-?\d{1,4})\.? +(-?\d{1,4})/gim)].map(
    ([, name, link, level, noise]) => ({
      interface: name!,
      quality: Math.min(100, (Number(link) * 100) / MOST),
      signal: decibels(Number(level)),
      noise: decibels(Number(noise)),
    }),
  );
}

/** -256 means that it is not known; some drivers give the byte without its sign. */
const decibels = (value: number): number | undefined => {
  const signed = value > 63 ? value - 256 : value;
  return signed <= -255 || signed >= 63 ? undefined : signed;
};
