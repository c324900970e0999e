import type { YAMLError } from 'yaml';

const WORDS: Partial<Record<YAMLError['code'], string>> = {
  ALIAS_PROPS: 'an alias takes no anchor or tag',
  BAD_ALIAS: 'the name of an alias is expected',
  BAD_DIRECTIVE: 'unknown directive',
  BAD_INDENT: 'indented by the wrong number of blanks',
  BAD_SCALAR_START: 'a text that begins with this letter needs quotes',
  BLOCK_AS_IMPLICIT_KEY:
    'a key on a line of its own is expected: is a line above missing its ":" or indented too little?',
  BLOCK_IN_FLOW: 'inside { } and [ ] only { } and [ ] are possible',
  DUPLICATE_KEY: 'the key is there twice',
  KEY_OVER_1024_CHARS: 'the key is too long',
  MISSING_CHAR: 'a letter is missing here',
  MULTILINE_IMPLICIT_KEY: 'a key must be on one line: is a ":" missing?',
  MULTIPLE_ANCHORS: 'only one anchor is possible here',
  MULTIPLE_DOCS: 'only one document is possible: remove the "---"',
  MULTIPLE_TAGS: 'only one tag is possible here',
  NON_STRING_KEY: 'a key must be a text',
  TAB_AS_INDENT: 'a tab cannot indent: use blanks',
  TAG_RESOLVE_FAILED: 'unknown tag',
  UNEXPECTED_TOKEN: 'not expected here',
};

/** What the YAML reader says, on one line in our words. */
export function yamlWords({ code, message }: Pick<YAMLError, 'code' | 'message'>): string {
  const said = message.split('\n')[0]!.trim();
  if (/^Missing closing (["'])/.test(said)) return 'the text has no closing quote';
  const [, closing] = /end with a ([\]}])/.exec(said) ?? [];
  if (closing !== undefined) return `a "${closing}" is missing before here`;
  if (/^Nested mappings are not allowed/.test(said)) return 'a text with ": " in it needs quotes';
  const words = WORDS[code];
  const detail = code === 'MISSING_CHAR' || code === 'UNEXPECTED_TOKEN' || words === undefined;
  if (!detail) return words;
  const lowered = said.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
  return words === undefined ? lowered : `${words}: ${lowered}`;
}
