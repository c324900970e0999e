import { definePlugin } from '@lcdflow/core';

export default definePlugin({
  name: 'hd44780',
  apiVersion: 1,
});
