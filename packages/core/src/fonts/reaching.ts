import { joinedSides } from '../text/presentation-forms.ts';

/**
 * Which column of a letter's pixels stands in a column beside them, in a cell that is wider than they are: the outermost
 * one where the letter is joined to the next, so that there is no gap between them.
 */
export function reaching(codePoint: number, width: number): (column: number) => number {
  const { left, right } = joinedSides(codePoint);
  if (!left && !right) return (column) => column;
  return (column) => {
    if (left && column < 0) return 0;
    return right && column >= width ? width - 1 : column;
  };
}
