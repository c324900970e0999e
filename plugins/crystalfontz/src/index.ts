import { definePlugin } from '@lcdflow/core';

export default definePlugin({
  name: 'crystalfontz',
  apiVersion: 1,
});
