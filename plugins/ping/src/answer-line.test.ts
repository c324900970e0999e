import { expect, test } from 'vitest';
import { answerIn } from './answer-line.ts';

test.each([
  ['64 bytes from 192.0.2.1: icmp_seq=1 ttl=64 time=0.241 ms', 0, 1, 0.241],
  ['64 bytes from fe80::1%eth0: icmp_seq=12 ttl=64 time=12.0 ms', 11, 12, 12],
  ['64 bytes from 192.0.2.1: icmp_seq=3 ttl=64 time=1034 ms (DUP!)', 3, 3, 1034],
  ['64 bytes from 192.0.2.1: seq=0 ttl=64 time=0.050 ms', 0, 0, 0.05],
  ['64 bytes from host (192.0.2.1): icmp_seq=1 ttl=64 time=0.2 ms', 0, 1, 0.2],
  ['64 bytes from 192.0.2.1: icmp_seq=1 ttl=64 time<1 ms', 0, 1, 1],
  ['64 bytes from 192.0.2.1: icmp_seq=0 ttl=64 time=0.1 ms', 65_535, 65_536, 0.1],
  ['64 bytes from 192.0.2.1: icmp_seq=65534 ttl=64 time=0.1 ms', 65_535, 65_534, 0.1],
])('%s after %i', (line, heard, number, latency) => expect(answerIn(line, heard)).toEqual({ number, latency }));

test.each([
  'PING 192.0.2.1 (192.0.2.1) 56(84) bytes of data.',
  'From 192.0.2.2 icmp_seq=1 Destination Host Unreachable',
  'no answer yet for icmp_seq=3',
  '64 bytes from 192.0.2.1: icmp_seq=1 ttl=64',
  'icmp_seq=1 time=NaN ms',
  'icmp_seq=123456 time=1 ms',
  '',
])('no answer: %s', (line) => expect(answerIn(line, 0)).toBeUndefined());
