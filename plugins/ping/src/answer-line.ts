import type { Outcome } from './tally.ts';

/** Numbers have 16 bits on the wire (RFC 792, echo). */
const TURN = 0x10000;

/** `64 bytes from 192.0.2.1: icmp_seq=1 ttl=64 time=0.24 ms`; BusyBox writes `seq=`, and `<1 ms` is said elsewhere. */
const ANSWER = /\b(?:icmp_)?seq=(\d{1,5})\b.*\btime[=<](\d{1,9}(?:\.\d{1,9})?) ?ms/;

/** The answer that a line of `ping` tells of. `heard` is the greatest number so far: numbers begin anew after 65535. */
export function answerIn(line: string, heard: number): Required<Outcome> | undefined {
  const [, digits, time] = ANSWER.exec(line) ?? [];
  if (digits === undefined) return undefined;
  const near = heard - (heard % TURN) + Number(digits);
  return { number: near < heard - TURN / 2 ? near + TURN : near, latency: Number(time) };
}
