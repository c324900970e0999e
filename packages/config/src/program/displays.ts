import {
  type DeviceChoice,
  type DisplayDriver,
  type DisplayPlan,
  layout,
  letterOf,
  type Model,
  messageOf,
  milliseconds,
  type Page,
} from '@lcdflow/core';
import type { CheckedExpressions } from '../expressions/expressions.ts';
import { nearestWords } from '../nearest.ts';
import { isMapping } from '../prepare.ts';
import { DISPLAY_KEYS } from '../schema/config-schema.ts';
import { withSecrets } from '../secrets.ts';
import { planControls } from './controls.ts';
import type { Draft } from './draft.ts';
import { farewellPage, planFarewell } from './farewells.ts';

type Mapping = Readonly<Record<string, unknown>>;
type Pages = ReadonlyMap<string, Page | undefined>;

/** All but those that are only there for a farewell, unless nothing would be left. */
function pagesInTurn(pages: Pages, farewells: ReadonlySet<unknown>): readonly string[] {
  const names = [...pages.keys()];
  const others = names.filter((name) => !farewells.has(name));
  return others.length > 0 ? others : names;
}

function namesOfPages(display: Mapping, name: string, pages: Pages, draft: Draft): readonly string[] | undefined {
  if (!Array.isArray(display.pages)) return undefined;
  for (const [index, page] of display.pages.entries())
    if (typeof page === 'string' && !pages.has(page))
      draft.add(
        ['displays', name, 'pages', index],
        'value',
        `unknown page "${page}"${nearestWords(page, [...pages.keys()])}`,
      );
  return display.pages;
}

/** What of a display's mapping is for its driver. */
export const optionsOf = (display: Mapping): Mapping =>
  Object.fromEntries(Object.entries(display).filter(([key]) => !DISPLAY_KEYS.includes(key)));

/** On the serial bus a path may stand for an address, and the bus must be asked for whatever is attached. */
function deviceChoice(device: unknown, { bus }: DisplayDriver): DeviceChoice {
  if (bus !== 'serial') return (device ?? 'auto') as DeviceChoice;
  if (device === 'attached') return { attached: true };
  const isPath = typeof device === 'string' && device !== 'auto' && device !== 'emulated';
  return isPath ? { path: device } : ((device ?? 'auto') as DeviceChoice);
}

/** An address on the serial bus must say which port. */
function checkDevice(name: string, { device }: Mapping, { bus }: DisplayDriver, draft: Draft): void {
  if (bus !== 'serial' || !isMapping(device) || device.path !== undefined || device.serial !== undefined) return;
  draft.add(['displays', name, 'device'], 'value', 'needs "path" or "serial"');
}

/** Tells what of a page has no room on a display. */
function checkRoom({ name, model, font, fonts, pages, farewell }: DisplayPlan, draft: Draft): void {
  const letter = letterOf(model, font, fonts);
  for (const { root } of new Set([...pages, ...(farewell?.page ? [farewell.page] : [])]))
    for (const { path, message } of layout(root, model, letter, model.cell).problems)
      draft.add(path, 'value', `on display "${name}": ${message}`);
}

/** The same panel is sold with dark ink and with light ink. */
const inked = (model: Model, { ink }: Mapping): Model =>
  ink === 'dark' || ink === 'light' ? { ...model, ink } : model;

class DisplayReader {
  readonly #pages: Pages;
  readonly #draft: Draft;
  readonly #expressions: CheckedExpressions;
  readonly #inTurn: readonly string[];

  /** `farewells`: names of the pages that any display says farewell with. */
  constructor(pages: Pages, farewells: ReadonlySet<unknown>, draft: Draft, expressions: CheckedExpressions) {
    this.#pages = pages;
    this.#inTurn = pagesInTurn(pages, farewells);
    this.#draft = draft;
    this.#expressions = expressions;
  }

  display(name: string, display: Mapping): DisplayPlan | undefined {
    const path = ['displays', name];
    const names = namesOfPages(display, name, this.#pages, this.#draft);
    const driver = this.#draft.driverOf(display);
    if (driver === undefined) return undefined;
    const options = withSecrets(driver.options as never, optionsOf(display), this.#draft.folder) as Mapping;
    this.#draft.checkTexts(this.#expressions, driver.options as never, options, path);
    if (this.#draft.isFaulty(path)) return undefined;
    checkDevice(name, display, driver, this.#draft);
    const model = this.#model(() => inked(driver.model(options as never), display), name);
    if (model === undefined) return undefined;
    const controls = planControls(display, name, model, this.#draft, this.#expressions);
    const farewell = planFarewell(display, name, driver, model, this.#pages, this.#draft);
    return {
      name,
      driver,
      options,
      model,
      device: deviceChoice(display.device, driver),
      ...(typeof display.font === 'string' && { font: display.font }),
      ...(this.#draft.fonts && { fonts: this.#draft.fonts }),
      fps: display.fps as number,
      pages: (names ?? this.#inTurn).flatMap((page) => this.#pages.get(page) ?? []),
      ...(typeof display.rotate === 'string' && { rotate: milliseconds(display.rotate)! }),
      ...(controls && { controls }),
      ...(farewell && { farewell }),
    };
  }

  /** A driver may refuse options that its schema lets through. */
  #model(ask: () => Model, name: string): Model | undefined {
    try {
      return ask();
    } catch (error) {
      this.#draft.add(['displays', name], 'value', messageOf(error));
      return undefined;
    }
  }
}

/** The displays of the config, without those that have something wrong. */
export function planDisplays(
  displays: unknown,
  pages: Pages,
  draft: Draft,
  expressions: CheckedExpressions,
): readonly DisplayPlan[] {
  if (!isMapping(displays)) return [];
  const farewells = new Set(Object.values(displays).map((display) => isMapping(display) && farewellPage(display)));
  const reader = new DisplayReader(pages, farewells, draft, expressions);
  const plans = Object.entries(displays).flatMap(([name, display]) =>
    isMapping(display) ? (reader.display(name, display) ?? []) : [],
  );
  for (const plan of plans) checkRoom(plan, draft);
  return plans;
}
