import { definePlugin } from '@lcdflow/core';
import { vt } from './driver.ts';
import { vtEmulators } from './emulator/index.ts';

export default definePlugin({ name: 'vt', apiVersion: 1, drivers: [vt], emulators: [...vtEmulators] });
