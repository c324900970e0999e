import { LcdError, marqueeText } from '@lcdflow/core';

/** What a calendar says in a language. */
export interface Language {
  /** Two cells each or less, Sunday first. */
  readonly days: readonly string[];
  /** 0 for Sunday to 6. */
  readonly first: number;
  /** Such as `November 2026`, of a moment of UTC. */
  title(date: number): string;
}

const DAY = 86_400_000;
/** 4 January 1970 was a Sunday. */
const SUNDAY = 3;

/**
 * A language by its BCP 47 tag such as `de` or `en-US`; where the week begins is a matter of the country.
 * @throws LcdError `config` when it is no tag.
 */
export function languageNamed(tag: string): Language {
  try {
    const own = { timeZone: 'UTC', calendar: 'gregory' } as const;
    const month = new Intl.DateTimeFormat(tag, { ...own, month: 'long', year: 'numeric' });
    const daysOf = (weekday: 'short' | 'narrow'): readonly string[] => {
      const format = new Intl.DateTimeFormat(tag, { ...own, weekday });
      return Array.from({ length: 7 }, (_, day) => beginning(format.format((SUNDAY + day) * DAY)));
    };
    const [short, narrow] = [daysOf('short'), daysOf('narrow')];
    return {
      // In Arabic, Chinese and Hebrew all short names begin alike.
      days: new Set(narrow).size > new Set(short).size ? narrow : short,
      first: firstDay(tag) % 7,
      title: (date) => month.format(date),
    };
  } catch {
    throw new LcdError('config', `"${tag}" is no language; expected a tag such as de or en-US`);
  }
}

/** As much of a name as two cells have room for: one letter, where letters are wide. */
const beginning = (name: string): string => marqueeText(name, 2, 0).trimEnd();

/** Newer engines have a function for it, older ones a property; Monday is that of ISO 8601. */
function firstDay(tag: string): number {
  const locale = new Intl.Locale(tag) as { getWeekInfo?(): { firstDay: number }; weekInfo?: { firstDay: number } };
  return (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? 1;
}
