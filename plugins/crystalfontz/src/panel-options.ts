/** The state a panel is put into whenever it is opened. */
export interface PanelOptions {
  readonly backlight: string;
  /** What looks right on most panels of its model when left out. */
  readonly contrast?: string;
  /** As the backlight when left out. */
  readonly keypad?: string;
  /** Names of the controls of the LEDs that are lit. */
  readonly leds: readonly string[];
}
