import type { Plugin, PluginFactory } from '@lcdflow/core';
import events from '@lcdflow/plugin-calendar';
import containers from '@lcdflow/plugin-containers';
import crystalfontz from '@lcdflow/plugin-crystalfontz';
import dbus from '@lcdflow/plugin-dbus';
import demo from '@lcdflow/plugin-demo';
import exec from '@lcdflow/plugin-exec';
import files from '@lcdflow/plugin-files';
import gpu from '@lcdflow/plugin-gpu';
import hd44780 from '@lcdflow/plugin-hd44780';
import http from '@lcdflow/plugin-http';
import imap from '@lcdflow/plugin-imap';
import matrixOrbital from '@lcdflow/plugin-matrix-orbital';
import mpd from '@lcdflow/plugin-mpd';
import mqtt from '@lcdflow/plugin-mqtt';
import picolcd from '@lcdflow/plugin-picolcd';
import ping from '@lcdflow/plugin-ping';
import png from '@lcdflow/plugin-png';
import system from '@lcdflow/plugin-system';
import { type Screen, terminalPlugin } from '@lcdflow/plugin-terminal';
import vt from '@lcdflow/plugin-vt';
import bar from '@lcdflow/widget-bar';
import calendar from '@lcdflow/widget-calendar';
import canvas from '@lcdflow/widget-canvas';
import clock from '@lcdflow/widget-clock';
import countdown from '@lcdflow/widget-countdown';
import cpu from '@lcdflow/widget-cpu';
import frame from '@lcdflow/widget-frame';
import gauge from '@lcdflow/widget-gauge';
import graph from '@lcdflow/widget-graph';
import icon from '@lcdflow/widget-icon';
import image from '@lcdflow/widget-image';
import led from '@lcdflow/widget-led';
import number from '@lcdflow/widget-number';
import qr from '@lcdflow/widget-qr';
import ring from '@lcdflow/widget-ring';
import separator from '@lcdflow/widget-separator';
import spacer from '@lcdflow/widget-spacer';
import sparkline from '@lcdflow/widget-sparkline';
import table from '@lcdflow/widget-table';
import text from '@lcdflow/widget-text';
import { time } from './time.ts';

/** The plugins every config may use without naming them; those that take options as what makes them. */
export const builtins = (screen: Screen): readonly (Plugin | PluginFactory)[] => [
  ...[picolcd, matrixOrbital, crystalfontz, hd44780, vt, terminalPlugin(screen), png, system, gpu, time],
  ...[exec, files, demo, http, mqtt, mpd, ping, containers, dbus, imap, events],
  ...[bar, calendar, canvas, clock, countdown, cpu, frame, gauge, graph, icon, image, led, number, qr, ring],
  ...[separator, spacer, sparkline, table, text],
];
