import type { Locale } from '../../platform/text/locale.ts';
import type { NotificationKind } from './contract.ts';
import type { Mail } from './mailer.ts';
import { mailTexts } from './mail-texts.ts';

/** One line of a mail. */
export interface Told {
  kind: NotificationKind;
  /** null: about no one problem */
  problemId: string | null;
  /** null: a private problem, of which no title leaves the house */
  title: string | null;
  who: { isSystem: true } | { isSystem: false; name: string | null };
}

interface Given {
  told: readonly Told[];
  name: string;
  locale: Locale;
  /** with a slash at its end; null: it is not known where people open Peil */
  publicUrl: string | null;
}

const mostLines = 50;

/** What happened, by problem, with where to read it. */
export function composeMail({ told, name, locale, publicUrl }: Given): Pick<Mail, 'subject' | 'text'> {
  const t = mailTexts[locale];
  const shown = told.slice(0, mostLines);
  const byProblem = new Map<string | null, Told[]>();
  for (const each of shown) byProblem.set(each.problemId, [...(byProblem.get(each.problemId) ?? []), each]);
  const parts = [...byProblem].map(([problemId, lines]) => {
    const place = problemId === null ? 'account' : `problems/${problemId}`;
    const address = publicUrl === null ? [] : [`  ${publicUrl}${place}`];
    const heading = problemId === null ? t.everyProblem : (lines[0]?.title ?? t.privateProblem);
    return [heading, ...lines.map((line) => `- ${say(line, locale)}`), ...address].join('\n');
  });
  const more = told.length > shown.length ? [t.more({ count: told.length - shown.length })] : [];
  const open = publicUrl === null ? t.openWithout : t.open({ address: `${publicUrl}notifications` });
  return {
    subject: told.length === 1 ? t.subjectOne : t.subject({ count: told.length }),
    text: [t.greeting({ name }), t.intro, ...parts, ...more, open, t.stop].join('\n\n').concat('\n'),
  };
}

function say({ kind, who }: Told, locale: Locale): string {
  const t = mailTexts[locale];
  return t.kinds[kind]({ who: who.isSystem ? t.system : (who.name ?? t.somebody) });
}
