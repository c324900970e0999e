import process from 'node:process';
import { definePlugin, type Plugin } from '@lcdflow/core';
import { http } from './http.ts';
import { prometheus } from './prometheus/index.ts';
import { weather } from './weather/index.ts';

/** The sources `http`, `prometheus` and `weather`. Files that their options name are relative to the config's folder. */
export default function web(_: object = {}, { folder } = { folder: process.cwd() }): Plugin {
  return definePlugin({ name: 'http', apiVersion: 1, sources: [http(folder), prometheus(folder), weather(folder)] });
}
