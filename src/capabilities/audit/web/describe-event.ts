import type { Locale } from '../../../platform/text/locale.ts';
import type { AuditEvent } from '../contract.ts';
import { dataEventTexts } from './data-event-texts.ts';
import { eventTexts } from './event-texts.ts';
import { frameworkEventTexts } from './framework-event-texts.ts';
import { trackingEventTexts } from './tracking-event-texts.ts';
import { nameOf, type Names } from './names.ts';
import { problemEventTexts } from './problem-event-texts.ts';
import { auditTexts } from './texts.ts';

type Words = string | ((about: { whom: string }) => string) | undefined;

export interface EventSentence {
  who: string;
  /** what follows the name; null for a type without words */
  did: string | null;
}

/** An event as a sentence: who, and what they did. */
export function describeEvent(event: AuditEvent, names: Names, locale: Locale): EventSentence {
  const { type, actorId, subject } = event;
  const isOwn = subject.kind === 'user' && (subject.id === actorId || actorId === 'nobody');
  const words = (isOwn ? wordsOf(`${type}.own`, locale) : undefined) ?? wordsOf(type, locale);
  const whom = (subject.kind === 'user' ? nameOf(names, subject.id) : undefined) ?? auditTexts[locale].somebody;
  return {
    who: actorName(actorId, names, locale),
    did: typeof words === 'function' ? words({ whom }) : (words ?? null),
  };
}

/** A type of event in words of its own, for a list to choose from. */
export function describeType(type: string, locale: Locale): string {
  const words = wordsOf(`${type}.own`, locale) ?? wordsOf(type, locale);
  return typeof words === 'function' ? words({ whom: auditTexts[locale].somebody }) : (words ?? type);
}

/** Every type that has words, by area in the order of the areas. */
export function typesByArea(locale: Locale): Map<string, string[]> {
  const areas: Record<string, string | undefined> = auditTexts[locale].areas;
  const found = new Map<string, string[]>();
  const types = Object.keys(wordsIn(locale)).filter((type) => !type.endsWith('.own'));
  for (const area of [...Object.keys(areas), '']) {
    const inArea = types.filter((type) => {
      const own = type.split('.', 1)[0] ?? '';
      return area === '' ? areas[own] === undefined : own === area;
    });
    const name = areas[area] ?? auditTexts[locale].types.otherArea;
    if (inArea.length > 0) found.set(name, [...(found.get(name) ?? []), ...inArea]);
  }
  return found;
}

const wordsIn = (locale: Locale): Record<string, Words> => ({
  ...eventTexts[locale],
  ...problemEventTexts[locale],
  ...dataEventTexts[locale],
  ...frameworkEventTexts[locale],
  ...trackingEventTexts[locale],
});

function wordsOf(type: string, locale: Locale): Words {
  return wordsIn(locale)[type];
}

function actorName(id: string, names: Names, locale: Locale): string {
  const t = auditTexts[locale];
  if (id === 'system') return t.system;
  if (id === 'nobody') return t.nobody;
  return nameOf(names, id) ?? t.Somebody;
}
