import { definePlugin } from '@lcdflow/core';
import { mpris } from './mpris/mpris.ts';
import { systemd } from './systemd/systemd.ts';

/** The sources `mpris` and `systemd`. */
export default definePlugin({ name: 'dbus', apiVersion: 1, sources: [mpris, systemd] });
