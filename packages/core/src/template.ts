/** A piece of a template: letters to show as they are, or an expression and where it begins. */
type TemplatePart =
  | { readonly kind: 'letters'; readonly letters: string }
  | { readonly kind: 'expression'; readonly expression: string; readonly offset: number };

/** A template in pieces, or what is wrong with it and where. */
export interface SplitTemplate {
  readonly parts: readonly TemplatePart[];
  readonly problem?: { readonly offset: number; readonly message: string };
}

const OPEN = '{{';
const CLOSE = '}}';

/** Where the letter behind a quoted text is; the end when the quote is never closed. */
function afterQuote(text: string, start: number): number {
  const quote = text[start];
  for (let index = start + 1; index < text.length; index++) {
    if (text[index] === '\\') index++;
    else if (text[index] === quote) return index + 1;
  }
  return text.length;
}

/** Where the `}}` of an expression is, looking past quoted texts and inner braces; -1 when there is none. */
function closingOf(text: string, start: number): number {
  let depth = 0;
  for (let index = start; index < text.length; ) {
    const letter = text[index]!;
    if (letter === '"' || letter === "'") {
      index = afterQuote(text, index);
      continue;
    }
    if (depth === 0 && text.startsWith(CLOSE, index)) return index;
    if (letter === '{') depth++;
    else if (letter === '}') depth--;
    index++;
  }
  return -1;
}

/** Cuts a template at its `{{ }}`. `\{{` stands for two braces that are shown. */
export function splitTemplate(text: string): SplitTemplate {
  const parts: TemplatePart[] = [];
  let letters = '';
  const flush = (): void => {
    if (letters !== '') parts.push({ kind: 'letters', letters });
    letters = '';
  };
  let index = 0;
  while (index < text.length) {
    if (text.startsWith(`\\${OPEN}`, index)) {
      letters += OPEN;
      index += 3;
    } else if (text.startsWith(OPEN, index)) {
      const start = index + OPEN.length;
      const end = closingOf(text, start);
      if (end < 0) return { parts, problem: { offset: index, message: 'the "{{" has no "}}"' } };
      flush();
      parts.push({ kind: 'expression', expression: text.slice(start, end), offset: start });
      index = end + CLOSE.length;
    } else {
      letters += text[index];
      index++;
    }
  }
  flush();
  return { parts };
}

/** The first expression of a template, without blanks round it; `undefined` when it has none. */
export function firstExpression(template: string): string | undefined {
  const first = splitTemplate(template).parts.find((part) => part.kind === 'expression');
  return first?.kind === 'expression' ? first.expression.trim() : undefined;
}
