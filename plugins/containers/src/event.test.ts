import { expect, test } from 'vitest';
import { isChange } from './event.ts';

test.each([
  ['{"status":"start","id":"0","Type":"container","Action":"start"}', true],
  ['{"Type":"container","Action":"health_status: unhealthy"}', true],
  ['{"status":"died"}', true],
  ['{"Action":"something new"}', true],
  ['{"status":"exec_create: /bin/sh -c true","Action":"exec_create: /bin/sh -c true"}', false],
  ['{"Action":"exec_die"}', false],
  ['{"Action":"attach"}', false],
  ['{"Action":"top"}', false],
  ['{"Action":7}', false],
  ['{"Action":"sta', false],
  ['null', false],
  ['', false],
])('%s', (line, expected) => {
  expect(isChange(line)).toBe(expected);
});
