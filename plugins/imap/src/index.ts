import process from 'node:process';
import { definePlugin, type Plugin } from '@lcdflow/core';
import { imap } from './imap.ts';

/** The source `imap`. Files that its options name are relative to the config's folder. */
export default function mail(_: object = {}, { folder } = { folder: process.cwd() }): Plugin {
  return definePlugin({ name: 'imap', apiVersion: 1, sources: [imap(folder)] });
}
