import type { Plugin, PluginFactory } from '@lcdflow/core';
import events from '@lcdflow/plugin-calendar';
import crystalfontz from '@lcdflow/plugin-crystalfontz';
import demo from '@lcdflow/plugin-demo';
import exec from '@lcdflow/plugin-exec';
import files from '@lcdflow/plugin-files';
import hd44780 from '@lcdflow/plugin-hd44780';
import http from '@lcdflow/plugin-http';
import imap from '@lcdflow/plugin-imap';
import matrixOrbital from '@lcdflow/plugin-matrix-orbital';
import picolcd from '@lcdflow/plugin-picolcd';
import png from '@lcdflow/plugin-png';
import system from '@lcdflow/plugin-system';
import { type Screen, terminalPlugin } from '@lcdflow/plugin-terminal';
import vt from '@lcdflow/plugin-vt';
import bar from '@lcdflow/widget-bar';
import calendar from '@lcdflow/widget-calendar';
import clock from '@lcdflow/widget-clock';
import countdown from '@lcdflow/widget-countdown';
import cpu from '@lcdflow/widget-cpu';
import gauge from '@lcdflow/widget-gauge';
import graph from '@lcdflow/widget-graph';
import ring from '@lcdflow/widget-ring';
import sparkline from '@lcdflow/widget-sparkline';
import text from '@lcdflow/widget-text';
import { time } from './time.ts';

/** The plugins every config may use without naming them; those that take options as what makes them. */
export const builtins = (screen: Screen): readonly (Plugin | PluginFactory)[] => [
  ...[picolcd, matrixOrbital, crystalfontz, hd44780, vt, terminalPlugin(screen), png, system, time],
  ...[exec, files, demo, http],
  ...[events, imap],
  ...[bar, calendar, clock, countdown, cpu, gauge, graph, ring, sparkline, text],
];
