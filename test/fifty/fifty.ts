import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkConfig, formatProblem } from '@lcdflow/config';
import { defineSource, type PageNode, type Plugin, type Program, type Source } from '@lcdflow/core';
import crystalfontz from '@lcdflow/plugin-crystalfontz';
import matrixOrbital from '@lcdflow/plugin-matrix-orbital';
import picolcd from '@lcdflow/plugin-picolcd';
import system from '@lcdflow/plugin-system';
import bar from '@lcdflow/widget-bar';
import clock from '@lcdflow/widget-clock';
import graph from '@lcdflow/widget-graph';
import text from '@lcdflow/widget-text';
import { map } from 'rxjs';

/** The config of fifty widgets on six pages over three displays. */
export const FIFTY = fileURLToPath(new URL('fifty.yaml', import.meta.url));

const panels = [picolcd, crystalfontz, matrixOrbital];

/** The emulators of its displays. */
export const emulators = panels.flatMap((plugin) => plugin.emulators ?? []);

/** Readings that change each time and follow from the time alone: in virtual time nothing can wait for a file. */
function invented({ name, meaning, options, describe }: Source, every: number): Source {
  const paths = Object.keys(describe).filter((path) => !/[.[]/.test(path));
  const at = (now: number) =>
    Object.fromEntries(paths.map((path, index) => [path, ((now / 1_000) * (index + 7)) % 101]));
  return defineSource({ name, meaning, options, describe, read: (_, { ticks }) => ticks(every).pipe(map(at)) });
}

/** The config with everything in it so many times slower: pages turn, times, texts and graphs change. */
const slowed = (config: string, times: number): string =>
  config
    .replaceAll('HH:mm:ss', times < 60 ? 'HH:mm:ss' : 'HH:mm')
    .replace(/rotate: (\d+)s/g, (_, seconds) => `rotate: ${Number(seconds) * times}s`)
    .replace(/span: (\d+)m/g, (_, minutes) => `span: ${Number(minutes) * times}m`)
    .replace('speed: 1', `speed: 1, every: ${times}s`);

/**
 * The program of the config with invented readings; `times` says how many times slower than it all goes.
 * @throws Error when it is not what its name says
 */
export function fifty(times = 1): Program {
  const sources = system().sources!.map((source) => invented(source, times * 1_000));
  const plugins: readonly Plugin[] = [...panels, bar, clock, graph, text, { name: 'system', apiVersion: 1, sources }];
  const { program, problems } = checkConfig(slowed(readFileSync(FIFTY, 'utf8'), times), FIFTY, plugins);
  if (program === undefined) throw new Error(problems.map(formatProblem).join('\n'));
  const pages = program.displays.flatMap((display) => display.pages);
  const widgets = pages.reduce((sum, { root }) => sum + widgetsOf(root), 0);
  if (widgets !== 50 || pages.length !== 6) throw new Error(`${widgets} widgets on ${pages.length} pages`);
  return program;
}

const widgetsOf = (node: PageNode): number =>
  node.kind === 'widget' ? 1 : node.children.reduce((sum, child) => sum + widgetsOf(child), 0);
