/** The bytes that show the user-defined characters of a text panel (docs/protocol.md section 11.3). */
export const SLOTS: readonly number[] = [0, 1, 2, 3, 4, 5, 6, 7];
