import { type Attempt, LcdError } from '@lcdflow/core';
import { type Observable, of } from 'rxjs';

/** What failed, as an attempt. An error that is no `LcdError` is a fault and goes on. */
export function problemOf(error: unknown): Observable<Attempt> {
  if (error instanceof LcdError) return of({ problem: error.message });
  throw error;
}
