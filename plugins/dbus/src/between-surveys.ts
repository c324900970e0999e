/** ms at least from one survey of what is on a bus to the next. */
export const BETWEEN_SURVEYS = 200;
