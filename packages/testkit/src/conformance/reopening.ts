import { concat, defer, type Observable } from 'rxjs';
import { testCard } from '../test-card.ts';
import type { Candidate } from './candidate.ts';
import { turn } from './control-checks.ts';
import { noise } from './frames.ts';
import { readerFor, seenThrough } from './glass.ts';
import { rarePage } from './letter-frames.ts';
import { seededRandom } from './random.ts';
import { onPanel, session, settled, setUp, shown, type Trial } from './trial.ts';
import { look } from './virtual-time.ts';

/**
 * Opens a panel, leaves it with every control turned round and something on the glass, and opens it again; then opens
 * another one that has just got power. Each time the same must be there as after the first opening.
 */
export function sendsEverythingAgain(candidate: Candidate): void {
  const { model, seed } = candidate;
  const card = model.cell === 'character' ? rarePage(candidate, seededRandom(seed)) : testCard(model, model.cell);
  onPanel(candidate, (setup) => {
    let state = '';
    let reading: ReturnType<typeof readerFor>;
    const first = session(setup, (begun) => {
      reading = readerFor(begun);
      return concat(
        reading.learn,
        settled(begun.display, noise(model, model.cell, seededRandom(seed))),
        look(() => {
          state = controlsText(begun);
        }),
        turnedRound(begun),
      );
    });
    const again = (what: string) => (begun: Trial) =>
      concat(
        shown(begun.display, card),
        look(() => {
          expectState(controlsText(begun), state, what);
          seenThrough(reading, begun).expectGlass(card, what);
        }),
      );
    return concat(
      first,
      session(setUp(candidate, setup.panel), again('opened again')),
      defer(() => session(setUp(candidate), again('opened after it had no power'))),
    );
  });
}

/** Every control of the model, fully up if it was rather down, and the other way round. */
const turnedRound = (begun: Trial): Observable<never> =>
  concat(
    ...begun.candidate.model.controls.map((name) =>
      defer(() => turn(begun, name, (begun.panel.device.controls()[name] ?? 0) > 0.5 ? 0 : 1)),
    ),
  );

function controlsText({ panel, candidate: { model } }: Trial): string {
  const levels = panel.device.controls();
  return model.controls.map((name) => `${name} ${levels[name]}`).join(', ');
}

function expectState(actual: string, wanted: string, when: string): void {
  if (actual !== wanted) throw new Error(`${when}: ${wanted} as at first is expected, not ${actual}`);
}
