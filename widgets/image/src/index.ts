import { definePlugin, type Plugin } from '@lcdflow/core';
import { image } from './image.ts';
import { bytesOf, workingFolder } from './reading/bytes-of.ts';

/** The widget `image`. Files are relative to the config's folder. */
export default function images(_: object = {}, { folder } = { folder: workingFolder() }): Plugin {
  return definePlugin({ name: 'image', apiVersion: 1, widgets: [image(bytesOf(folder))] });
}
