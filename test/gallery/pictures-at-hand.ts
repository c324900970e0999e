import type { Plugin } from '@lcdflow/core';
import { concat, NEVER, of } from 'rxjs';
import { image } from '../../widgets/image/src/image.ts';
import { pngOf, scene } from '../../widgets/image/test/pictures.ts';

/** What the gallery's pages call by the name of a file. */
const PICTURES: Readonly<Record<string, Uint8Array>> = {
  'hill.png': pngOf(scene(480, 320)),
};

/** The plugin `image` with pictures that are there at once: reading files takes time that is not virtual. */
export function imagesAtHand(): Plugin {
  const bytesOf = (place: string) => concat(of(PICTURES[place]!), NEVER);
  return { name: 'image', apiVersion: 1, widgets: [image(bytesOf)] };
}
