import { concat, takeUntil, tap, timer } from 'rxjs';
import type { Candidate } from './candidate.ts';
import type { Check } from './check.ts';
import { sendsEverythingAgain } from './reopening.ts';
import { midRepaint, repainting } from './repainting.ts';
import { onPanel, session } from './trial.ts';
import { failsWhenPacketsFail, failsWhenUnplugged } from './unplugging.ts';
import { look } from './virtual-time.ts';
import type { Wire } from './wire.ts';

/** How long a closed driver is watched, in ms of virtual time. */
const WATCHED = 60_000;

/** How a connection ends, and begins again. */
export const lifeChecks: readonly Check[] = [
  { name: 'is silent once closed', run: isSilentOnceClosed },
  { name: 'fails with "disconnected" when unplugged', run: failsWhenUnplugged },
  { name: 'fails when packets fail', run: failsWhenPacketsFail },
  { name: 'sends everything again when it is reopened', run: sendsEverythingAgain },
];

function isSilentOnceClosed(candidate: Candidate): void {
  onPanel(candidate, (setup) => {
    const { wire } = setup;
    let before = 0;
    const closing = midRepaint(setup).pipe(
      tap(() => {
        before = wire.submitted;
      }),
    );
    return concat(
      session(setup, (begun) => repainting(begun).pipe(takeUntil(closing))),
      timer(0),
      look(() => expectClosed(wire)),
      timer(WATCHED),
      look(() => expectSilence(wire.submitted - before)),
    );
  });
}

function expectClosed({ underWay, listeners, connections }: Wire): void {
  const left = [
    [underWay, 'packets are still with the device'],
    [listeners, 'subscriptions still read from the device'],
    [connections, 'connections are still open'],
  ] as const;
  const found = left.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  if (found.length > 0) throw new Error(`the display was closed in mid-repaint: ${found.join(', ')}`);
}

function expectSilence(sent: number): void {
  if (sent > 0) throw new Error(`the display was closed in mid-repaint, and ${sent} packets were sent after that`);
}
