import { cellsAlong, cellsFrom, cellsOf, freeOf, type Panel } from './length.ts';
import type { BoxNode, ConfigPath, Length, OwnPlace, PageNode, WidgetNode } from './program.ts';
import { sidesWithin } from './sides-within.ts';
import type { CellKind, Rect, Size } from './types.ts';

/** A widget and the area of the display it lives in. */
export interface Placement {
  readonly node: WidgetNode;
  readonly area: Rect;
  /** Expressions that must all hold for it to be seen: its own and those of the boxes round it. */
  readonly when: readonly string[];
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

const unitName = ({ cell }: Panel, axis: keyof Size): string =>
  cell === 'pixel' ? 'px' : axis === 'width' ? 'ch' : 'lines';

/** Where each part begins, when `free` cells are left over. */
function startsOf(lengths: readonly number[], gap: number, free: number, align: BoxNode['align']): readonly number[] {
  const last = lengths.length - 1;
  const first = align === 'end' ? free : align === 'center' ? Math.floor(free / 2) : 0;
  let end = first;
  return lengths.map((length, index) => {
    const spread = align === 'between' && last > 0 ? Math.round((free * index) / last) : 0;
    const start = end + spread;
    end += length + gap;
    return start;
  });
}

function arrangeLine(box: BoxNode, area: Rect, panel: Panel): Layout {
  const axis = box.kind === 'row' ? 'width' : 'height';
  const along = box.kind === 'row' ? 'x' : 'y';
  const children = box.children.filter((child) => isFor(child, panel));
  const gap = box.gap === undefined ? 0 : freeOf(box.gap, axis, area[axis], panel);
  const gaps = gap * Math.max(0, children.length - 1);
  const lengths = cellsAlong(
    children.map(({ size }) => size),
    axis,
    area[axis] - gaps,
    area[axis],
    panel,
  );
  const needed = lengths.reduce((sum, length) => sum + length, gaps);
  const unit = unitName(panel, axis);
  if (needed > area[axis])
    return problem(box.path, `its parts need ${needed} ${unit}, but the place is ${area[axis]} ${unit}`);
  const starts = startsOf(lengths, gap, area[axis] - needed, box.align);
  const placeOf = (index: number): Rect => ({
    ...area,
    [along]: area[along] + starts[index]!,
    [axis]: lengths[index]!,
  });
  return joined(children.map((child, index) => arrange(child, placeOf(index), panel)));
}

/** Whether anything of a node is for displays of these cells. */
const isFor = (node: PageNode, panel: Panel): boolean =>
  (node.cell === undefined || node.cell === panel.cell) &&
  (node.kind === 'widget' || node.children.some((child) => isFor(child, panel)));

/** The place of a node's own in a stack, or what reaches out of it. */
function ownArea(at: OwnPlace, area: Rect, path: ConfigPath, panel: Panel): Rect | Layout {
  const side = (start: 'x' | 'y', axis: keyof Size): readonly [number, number] => {
    const from = cellsOf(at[start], axis, area[axis], panel)!;
    const length = at[axis];
    return [from, length === undefined ? area[axis] - from : cellsFrom(at[start], length, axis, area[axis], panel)];
  };
  const [[x, width], [y, height]] = [side('x', 'width'), side('y', 'height')];
  for (const [axis, end] of [['width', x + width] as const, ['height', y + height] as const]) {
    const unit = unitName(panel, axis);
    if (end > area[axis])
      return problem([...path, 'at'], `it ends at ${end} ${unit}, but the place is ${area[axis]} ${unit}`);
  }
  return { x: area.x + x, y: area.y + y, width, height };
}

function arrangeStack({ children }: BoxNode, area: Rect, panel: Panel): Layout {
  const layouts = children
    .filter((child) => isFor(child, panel))
    .map((child) => {
      const own = child.at === undefined ? area : ownArea(child.at, area, child.path, panel);
      return 'problems' in own ? own : arrange(child, own, panel);
    });
  return joined(layouts);
}

/** What is left of an area inside a node's padding, and inside what stands round it. */
function insideOf(node: PageNode, area: Rect, panel: Panel): Rect {
  const { padding } = node;
  const inset = node.kind === 'widget' ? undefined : node.inset;
  const sides = padding && { left: padding, right: padding, top: padding, bottom: padding };
  const padded =
    sides === undefined ? area : without(sides, area, (length, axis) => freeOf(length, axis, area[axis], panel));
  return inset === undefined ? padded : insideBorder(inset, padded, panel);
}

type Sides<T> = Readonly<Record<'left' | 'right' | 'top' | 'bottom', T>>;

function insideBorder(inset: Sides<Length>, area: Rect, panel: Panel): Rect {
  const taken = (axis: keyof Size, near: Length, far: Length) => {
    const [before, after] = [near, far].map((length) => cellsOf(length, axis, area[axis], panel) ?? 0);
    return sidesWithin(area[axis], before!, after!);
  };
  const [left, right] = taken('width', inset.left, inset.right);
  const [top, bottom] = taken('height', inset.top, inset.bottom);
  return without({ left, right, top, bottom }, area, (cells) => cells);
}

function without<T>(
  { left, right, top, bottom }: Sides<T>,
  area: Rect,
  cells: (length: T, axis: keyof Size) => number,
): Rect {
  const [x, y] = [cells(left, 'width'), cells(top, 'height')];
  const width = Math.max(0, area.width - x - cells(right, 'width'));
  const height = Math.max(0, area.height - y - cells(bottom, 'height'));
  return { x: area.x + x, y: area.y + y, width, height };
}

function arrange(node: PageNode, whole: Rect, panel: Panel): Layout {
  const area = insideOf(node, whole, panel);
  if (area.width === 0 || area.height === 0) {
    const axis = area.width === 0 ? 'width' : 'height';
    return problem(node.path, `no room is left for it: its ${axis} is 0 ${unitName(panel, axis)}`);
  }
  if (node.kind === 'widget') return seenWhen(node, { placements: [{ node, area, when: [] }], problems: [] });
  return seenWhen(node, node.kind === 'stack' ? arrangeStack(node, area, panel) : arrangeLine(node, area, panel));
}

const seenWhen = ({ when: condition }: PageNode, { placements, problems }: Layout): Layout => ({
  placements:
    condition === undefined
      ? placements
      : placements.map(({ when, ...rest }) => ({ ...rest, when: [condition, ...when] })),
  problems,
});

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
  const panel = { letter, cell };
  if (!isFor(root, panel)) return problem(root.path, `nothing of it is for displays of ${cell}s`);
  return arrange(root, { x: 0, y: 0, width: size.width, height: size.height }, panel);
}
