/** The colours of a picture, as 0xRRGGBB. */
export interface Inks {
  /** Of what has no value. */
  readonly ink: number;
  /** Of a share from 0 to 100 that is busy. */
  colorOf(busy: number | undefined): number;
}
