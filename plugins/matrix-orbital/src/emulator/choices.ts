import type { RowEnd } from './screen.ts';

/** Where the protocol paper leaves a choice (docs/protocol.md section 8). */
export interface MatrixOrbitalChoices {
  /** `lost` when left out. */
  readonly rowEnd?: RowEnd;
  /** Drawing a user-defined character sends the cursor home. */
  readonly definingMovesCursor?: boolean;
  /** Knows no key-up codes, as the oldest modules. */
  readonly withoutRelease?: boolean;
  /** 16 bytes of the customer instead of a serial number. */
  readonly customerData?: boolean;
}
