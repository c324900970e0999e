import process from 'node:process';
import type { ConfigPath, Fonts, Plugin, Program } from '@lcdflow/core';
import { type Catalogue, createCatalogue } from './catalogue.ts';
import { type ConfigDocument, readDocument } from './document/config-document.ts';
import { createExpressions } from './expressions/expressions.ts';
import { fontNamesIn, prepareConfig } from './prepare.ts';
import { type Problem, sortProblems } from './problem.ts';
import { planDisplaySources } from './program/display-sources.ts';
import { planDisplays } from './program/displays.ts';
import { Draft } from './program/draft.ts';
import { bindKeys } from './program/keys.ts';
import { readPages } from './program/pages.ts';
import { planSources, unknownSourceWords } from './program/sources.ts';
import { checkSchema } from './schema/config-schema.ts';
import { type Finding, findingsOf } from './schema/report.ts';
import { validate } from './schema/validate.ts';

/** What a check gives: a program, or what is wrong. */
export interface CheckedConfig {
  /** Only there when nothing is wrong. */
  readonly program?: Program;
  /** In the order of the file. */
  readonly problems: readonly Problem[];
}

/** How the plugins came to be there. */
export interface CheckOptions {
  /** Where in the config a plugin is named. */
  readonly origins?: ReadonlyMap<Plugin, ConfigPath>;
  /** True when some plugin could not be loaded: what it may have brought is not called unknown. */
  readonly incomplete?: boolean;
  /** The config's folder; the one of the process when left out. */
  readonly folder?: string;
  /** The fonts that the config names, as far as they could be read. */
  readonly fonts?: Fonts;
}

type Top = Readonly<Record<'sources' | 'displays' | 'pages' | 'keys', unknown>>;

function findClashes({ clashes }: Catalogue, origins: CheckOptions['origins']): readonly Finding[] {
  return clashes.map(({ plugin, message }) => ({ path: origins?.get(plugin) ?? [], spot: 'value', message }));
}

/** Where the YAML itself is wrong, what it seems to say means nothing. */
const isCascade = ({ line }: Problem, { problems }: ConfigDocument): boolean =>
  problems.some((problem) => problem.line === line);

function buildProgram(top: Top, draft: Draft, incomplete: boolean): Program {
  const sources = planSources(top.sources, draft);
  const measuring = planDisplaySources(top.displays, draft);
  const expressions = createExpressions({
    // Of two with one name the later one counts: a source hides what a display measures.
    sources: [...measuring.plans, ...sources],
    functions: draft.catalogue.functions,
    unknownSource: unknownSourceWords(top.sources, sources, measuring, draft, incomplete),
    ...(incomplete && { ignoreUnknownFunctions: true }),
  });
  for (const { name, source, options } of sources)
    draft.checkTexts(expressions, source.options as never, options, ['sources', name]);
  const pages = readPages(top.pages, draft, expressions);
  const displays = planDisplays(top.displays, pages, draft, expressions);
  const keys = bindKeys(top.keys, top.displays, displays, draft);
  return { displays, sources, keys, expressions };
}

/** Checks a config that has been read. Never throws for what a config may say. */
export function checkDocument(
  document: ConfigDocument,
  plugins: readonly Plugin[],
  { origins, incomplete = false, folder = process.cwd(), fonts }: CheckOptions = {},
): CheckedConfig {
  const catalogue = createCatalogue(plugins);
  const tell = ({ path, spot, message }: Finding): Problem => document.problem(path, spot, message);
  const clashes = findClashes(catalogue, origins);
  if (document.value === undefined) return { problems: sortProblems([...document.problems, ...clashes.map(tell)]) };
  const value = prepareConfig(document.value, catalogue);
  const errors = validate(checkSchema(catalogue, fontNamesIn(value)), value);
  const faulty = findingsOf(errors, value, catalogue, { incomplete });
  const draft = new Draft(catalogue, faulty, folder, fonts);
  if (fontNamesIn(value).includes('fit'))
    draft.add(['fonts', 'fit'], 'key', '"fit" is a word of the page language: choose another name');
  const isTop = typeof value === 'object' && value !== null && !Array.isArray(value);
  const program = isTop ? buildProgram(value as Top, draft, incomplete) : undefined;
  const found = [...clashes, ...faulty, ...draft.findings].map(tell);
  const problems = sortProblems([...document.problems, ...found.filter((problem) => !isCascade(problem, document))]);
  if (incomplete || problems.length > 0) return { problems };
  const [error] = errors;
  if (program !== undefined && error === undefined) return { program, problems };
  return { problems: [document.problem([], 'value', `cannot be used: ${error?.instancePath} ${error?.message}`)] };
}

/**
 * Checks the text of a config with plugins that are already loaded; its own `plugins:` are not loaded. Never throws:
 * gives a program, or every problem in the order of the file.
 */
export function checkConfig(text: string, fileName: string, plugins: readonly Plugin[]): CheckedConfig {
  return checkDocument(readDocument(text, fileName), plugins);
}
