import { LcdError } from '@lcdflow/core';
import { expect, test } from 'vitest';
import { brokerError } from './broker-error.ts';

const withCode = (code: unknown) => Object.assign(new Error('hunter2'), { code });

test.each<[unknown, string, string]>([
  [1, 'permission', 'it does not speak this version of MQTT'],
  [3, 'not-found', 'it is not available now'],
  [134, 'permission', 'it does not take this user and password'],
  [137, 'not-found', 'it is not available now'],
  [99, 'permission', 'cannot be connected to: 99'],
  ['ECONNREFUSED', 'not-found', 'it refuses the connection'],
  ['ECONNRESET', 'disconnected', 'it has closed the connection early'],
  ['CERT_HAS_EXPIRED', 'permission', 'its certificate has expired'],
  ['WS_ERR_UNSUPPORTED_MESSAGE_LENGTH', 'disconnected', 'it has sent a message of more than 16 MiB'],
  ['EWHATEVER', 'protocol', 'cannot be asked: EWHATEVER'],
])('%s', (code, kind, message) => {
  expect(brokerError(withCode(code))).toMatchObject({ code: kind, message });
});

test('what has no code, was not heard of, or is told already', () => {
  expect(brokerError(new Error('hunter2'))).toMatchObject({ code: 'protocol', message: 'what it says is no MQTT' });
  expect(brokerError(new Error('Keepalive timeout'))).toMatchObject({ code: 'timeout' });
  const told = new LcdError('timeout', 'no answer within 5s');
  expect(brokerError(told)).toBe(told);
});
