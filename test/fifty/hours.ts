import { type DisplayPlan, run } from '@lcdflow/core';
import { emulate } from '@lcdflow/emulator';
import { VirtualScheduler } from '@lcdflow/testkit';
import { takeUntil, tap, timer } from 'rxjs';
import { emulators, fifty } from './fifty.ts';

const HOUR = 3_600_000;

/** What became of fifty widgets in some hours of virtual time. */
export interface Hours {
  /** What `weigh` said at the end of each hour. */
  readonly heap: readonly number[];
  /** Areas that were shown in each hour. */
  readonly shown: readonly number[];
  readonly complaints: readonly string[];
}

/** Runs the fifty widgets for so many hours of virtual time, so many times slower than they are. */
export function hoursOfFifty(hours: number, times: number, weigh: () => number): Hours {
  const heap: number[] = [];
  const shown: number[] = [];
  const complaints: string[] = [];
  const complain = (message: string) => void complaints.push(message);
  const log = { debug() {}, info() {}, warn: complain, error: complain };
  const program = fifty(times);
  const context = ({ name, driver, model }: DisplayPlan) => {
    const emulator = emulators.find((one) => one.driver === driver.name && one.model === model.name)!;
    return { connect: () => emulate(emulator).connection, display: name, log };
  };
  let areas = 0;
  new VirtualScheduler().run(() => {
    // A moment later, so that the last hour is weighed.
    const over = timer(hours * HOUR + 1);
    const weighed = () => {
      heap.push(weigh());
      shown.push(areas);
      areas = 0;
    };
    run(program, { log, context }, { areas: true })
      .pipe(
        tap(({ kind }) => (areas += Number(kind === 'shown'))),
        takeUntil(over),
      )
      .subscribe();
    timer(HOUR, HOUR).pipe(tap(weighed), takeUntil(over)).subscribe();
  });
  return { heap, shown, complaints };
}
