import type { ConfigPath, DisplayDriver, Fonts } from '@lcdflow/core';
import type { Catalogue } from '../catalogue.ts';
import type { Spot } from '../document/config-document.ts';
import { type ExpressionChecks, isExpressionFormat } from '../expressions/expressions.ts';
import { isMapping } from '../prepare.ts';
import type { Finding } from '../schema/report.ts';
import { type JsonSchema, schemaOfMember } from '../schema/words.ts';

/** What the parts of a program are checked against, and where they put what is wrong. */
export class Draft {
  readonly catalogue: Catalogue;
  readonly findings: Finding[] = [];
  /** The folder that paths in the config begin at. */
  readonly folder: string;
  /** The fonts of the config; none when nobody has read them. */
  readonly fonts: Fonts | undefined;
  readonly #faulty: readonly Finding[];

  /** `faulty` is what the schema has already found. */
  constructor(catalogue: Catalogue, faulty: readonly Finding[], folder: string, fonts?: Fonts) {
    this.catalogue = catalogue;
    this.folder = folder;
    this.fonts = fonts;
    this.#faulty = faulty;
  }

  add(path: ConfigPath, spot: Spot, message: string): void {
    this.findings.push({ path, spot, message });
  }

  /** The driver that a display of the config names, if there is one. */
  driverOf(display: unknown): DisplayDriver | undefined {
    const name = isMapping(display) ? display.driver : undefined;
    return typeof name === 'string' ? this.catalogue.drivers.get(name) : undefined;
  }

  /** Whether the schema found something at this path or below. */
  isFaulty(path: ConfigPath): boolean {
    return this.#faulty.some((finding) => path.every((key, index) => finding.path[index] === key));
  }

  /** Checks every expression and template among the options, however deep. */
  checkTexts(expressions: ExpressionChecks, schema: JsonSchema, value: unknown, path: ConfigPath): void {
    for (const choice of schema.anyOf ?? [])
      if (!schema.anyOf!.some((other) => other.enum?.includes(value)))
        this.checkTexts(expressions, choice, value, path);
    if (typeof value === 'string' && isExpressionFormat(schema.format))
      for (const { offset, message } of expressions.problems(value, schema.format))
        if (message !== '') this.add(path, { letter: offset }, message);
    if (Array.isArray(value) && schema.items !== undefined)
      for (const [index, item] of value.entries()) this.checkTexts(expressions, schema.items, item, [...path, index]);
    if (isMapping(value))
      for (const [key, member] of Object.entries(value)) {
        const inner = schemaOfMember(schema, key);
        if (inner !== undefined) this.checkTexts(expressions, inner, member, [...path, key]);
      }
  }
}
