import type { Answer } from './answer.ts';

/** The text of an answer, in the alphabet its header names; UTF-8 where it names none, or one that nobody knows. */
export function decoded({ body, headers }: Answer): string {
  const [, charset = 'utf-8'] = /charset="?([\w-]+)/i.exec(headers['content-type'] ?? '') ?? [];
  try {
    return new TextDecoder(charset).decode(body);
  } catch {
    return new TextDecoder().decode(body);
  }
}
