import { definePlugin } from '@lcdflow/core';

export default definePlugin({
  name: 'matrix-orbital',
  apiVersion: 1,
});
