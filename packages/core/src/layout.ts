import type { BoxNode, ConfigPath, Length, PageNode, WidgetNode } from './program.ts';
import type { CellKind, Rect, Size } from './types.ts';

/** A widget and the area of the display it lives in. */
export interface Placement {
  readonly node: WidgetNode;
  readonly area: Rect;
}

/** Something that has no room. */
export interface LayoutProblem {
  readonly path: ConfigPath;
  readonly message: string;
}

/** What a page looks like on one kind of display. */
export interface Layout {
  /** In painting order: later ones lie on top. */
  readonly placements: readonly Placement[];
  readonly problems: readonly LayoutProblem[];
}

interface Panel {
  readonly letter: Size;
  readonly cell: CellKind;
}

/** What `px` counts on a panel of letters: a letter of a common character panel is 6 x 8 dots with its spacing. */
const DOTS: Size = { width: 6, height: 8 };

/** A length in cells along a row (`width`) or column (`height`) of `whole` cells; `undefined` for shares of the rest. */
function cellsOf(
  { value, unit }: Length,
  axis: keyof Size,
  whole: number,
  { letter, cell }: Panel,
): number | undefined {
  switch (unit) {
    case 'ch':
      return Math.round(value * letter.width);
    case 'lines':
      return Math.round(value * letter.height);
    case 'px':
      return cell === 'pixel' ? Math.round(value) : Math.ceil(value / DOTS[axis]);
    case '%':
      return Math.round((value / 100) * whole);
    case 'fr':
      return undefined;
  }
}

/** Lengths of the children, first to last. The rest is shared out so that rounding never loses or gains a cell. */
function share(children: readonly PageNode[], axis: keyof Size, whole: number, panel: Panel): readonly number[] {
  const fixed = children.map(({ size }) => cellsOf(size, axis, whole, panel));
  const rest = Math.max(0, whole - fixed.reduce<number>((sum, cells) => sum + (cells ?? 0), 0));
  const shares = children.reduce((sum, { size }) => sum + (size.unit === 'fr' ? size.value : 0), 0);
  let before = 0;
  return children.map(({ size }, index) => {
    const cells = fixed[index];
    if (cells !== undefined) return cells;
    const start = Math.round((rest * before) / shares);
    before += size.value;
    return Math.round((rest * before) / shares) - start;
  });
}

const unitName = ({ cell }: Panel, axis: keyof Size): string =>
  cell === 'pixel' ? 'px' : axis === 'width' ? 'ch' : 'lines';

function arrangeLine(box: BoxNode, area: Rect, panel: Panel): Layout {
  const axis = box.kind === 'row' ? 'width' : 'height';
  const start = box.kind === 'row' ? 'x' : 'y';
  const lengths = share(box.children, axis, area[axis], panel);
  const needed = lengths.reduce((sum, length) => sum + length, 0);
  const unit = unitName(panel, axis);
  if (needed > area[axis])
    return problem(box.path, `its parts need ${needed} ${unit}, but the place is ${area[axis]} ${unit}`);
  let position = area[start];
  const layouts = box.children.map((child, index) => {
    const place = { ...area, [start]: position, [axis]: lengths[index]! };
    position += lengths[index]!;
    return arrange(child, place, panel);
  });
  return joined(layouts);
}

function arrange(node: PageNode, area: Rect, panel: Panel): Layout {
  if (area.width === 0 || area.height === 0) {
    const axis = area.width === 0 ? 'width' : 'height';
    return problem(node.path, `no room is left for it: its ${axis} is 0 ${unitName(panel, axis)}`);
  }
  if (node.kind === 'widget') return { placements: [{ node, area }], problems: [] };
  if (node.kind === 'stack') return joined(node.children.map((child) => arrange(child, area, panel)));
  return arrangeLine(node, area, panel);
}

const problem = (path: ConfigPath, message: string): Layout => ({ placements: [], problems: [{ path, message }] });

const joined = (layouts: readonly Layout[]): Layout => ({
  placements: layouts.flatMap(({ placements }) => placements),
  problems: layouts.flatMap(({ problems }) => problems),
});

/**
 * Gives every widget of a page its area. `letter` is one letter of the display's font in cells. What does not fit is
 * told in `problems` and has no placement; nothing throws.
 */
export function layout(root: PageNode, size: Size, letter: Size, cell: CellKind): Layout {
  return arrange(root, { x: 0, y: 0, width: size.width, height: size.height }, { letter, cell });
}
