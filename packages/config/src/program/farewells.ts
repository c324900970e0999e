import { type DisplayDriver, type Farewell, fraction, type Model, type Page } from '@lcdflow/core';
import { nearestWords } from '../nearest.ts';
import { isMapping } from '../prepare.ts';
import type { Draft } from './draft.ts';

type Mapping = Readonly<Record<string, unknown>>;

/** The name of the page a display says farewell with. */
export const farewellPage = ({ farewell }: Mapping): unknown => (isMapping(farewell) ? farewell.page : undefined);

const BACKLIGHT = 'backlight';

/** The page of a farewell; tells when there is none of its name. */
function pageOf(
  farewell: Mapping,
  name: string,
  pages: ReadonlyMap<string, Page | undefined>,
  draft: Draft,
): Page | undefined {
  const { page } = farewell;
  if (typeof page !== 'string') return undefined;
  if (!pages.has(page))
    draft.add(
      ['displays', name, 'farewell', 'page'],
      'value',
      `unknown page "${page}"${nearestWords(page, [...pages.keys()])}`,
    );
  return pages.get(page);
}

/** What expressions have ruled so far is off: nobody would switch off an alarm any more. */
function levelsOf(
  farewell: Mapping,
  rules: unknown,
  name: string,
  { controls }: Model,
  draft: Draft,
): Farewell['levels'] {
  const { page, backlight } = farewell;
  const isLit = controls.includes(BACKLIGHT);
  if (typeof backlight === 'string' && !isLit)
    draft.add(['displays', name, 'farewell', BACKLIGHT], 'key', `display "${name}" has no backlight to be set`);
  const level = typeof backlight === 'string' ? fraction(backlight) : page === undefined ? 0 : undefined;
  const ruled = Object.keys(isMapping(rules) ? rules : {}).filter((control) => control !== BACKLIGHT);
  const off = Object.fromEntries(ruled.map((control) => [control, 0]));
  return level === undefined || !isLit ? off : { ...off, [BACKLIGHT]: level };
}

/** What a display shows when the program ends; `undefined` when it keeps what it showed last. */
export function planFarewell(
  { farewell, controls }: Mapping,
  name: string,
  driver: Pick<DisplayDriver, 'bus'>,
  model: Model,
  pages: ReadonlyMap<string, Page | undefined>,
  draft: Draft,
): Farewell | undefined {
  // Old readings would mislead. What is not on a bus is a picture rather than a panel: one wants to see it afterwards.
  const choice = farewell ?? (driver.bus === undefined ? 'keep' : 'blank');
  if (choice === 'keep') return undefined;
  const wanted = isMapping(choice) ? choice : {};
  const page = pageOf(wanted, name, pages, draft);
  return { ...(page && { page }), levels: levelsOf(wanted, controls, name, model, draft) };
}
