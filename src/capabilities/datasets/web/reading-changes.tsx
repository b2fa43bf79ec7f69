import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { columnNotes, type ReadingChange } from '../contract.ts';
import { readingTexts, sayMark } from './reading-texts.ts';

/** What was read otherwise than in the version before: a separator, values that were refused. */
export function ReadingChanges({ changes }: { changes: readonly ReadingChange[] }) {
  const all = useTexts(readingTexts);
  const t = all.diff;
  if (changes.length === 0) return null;
  const word = ({ what }: ReadingChange, given: string | null): string => {
    if (given === null) return t.nothing;
    const note = columnNotes.find((each) => each === given);
    if (what === 'note' && note) return all.column.shortNotes[note];
    return sayMark(all.marks, given);
  };
  return (
    <section className="stack stack--tight">
      <h3 className="data-grade">{t.title}</h3>
      <ul className="plain-list">
        {changes.map((change) => (
          <li key={`${change.column ?? ''} ${change.what}`}>
            <strong>{change.column ?? t.whole}</strong>:{' '}
            {t.parts[change.what]({ before: word(change, change.before), after: word(change, change.after) })}
          </li>
        ))}
      </ul>
    </section>
  );
}
