import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { identityTexts } from '../../identity/web/index.tsx';
import type { TemplateChanges, TemplateItem } from '../contract.ts';
import { templateTexts } from './template-texts.ts';

/** What is new, what has other words, and what is no longer asked. */
export function ChangesList({ changes: { added, changed, retired } }: { changes: TemplateChanges }) {
  const t = useTexts(templateTexts);
  if (added.length + changed.length + retired.length === 0) return <p className="quiet">{t.same}</p>;
  return (
    <div className="stack">
      <Named title={t.added} items={added} />
      {changed.length > 0 ? (
        <section className="stack stack--tight">
          <h4>{t.changed}</h4>
          <ul className="plain-list">
            {changed.map((each) => (
              <Changed key={each.after.key} {...each} />
            ))}
          </ul>
        </section>
      ) : null}
      <Named title={t.retiredItems} items={retired} />
    </div>
  );
}

function Named({ title, items }: { title: string; items: readonly TemplateItem[] }) {
  const locale = useLocale();
  const { roles } = useTexts(identityTexts);
  if (items.length === 0) return null;
  return (
    <section className="stack stack--tight">
      <h4>{title}</h4>
      <ul className="plain-list">
        {items.map((item) => (
          <li key={item.key} className="listing">
            {item.title[locale] || item.title.en || item.title.nl}{' '}
            <span className="small quiet">({roles[item.role]})</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const textFields = ['title', 'help'] as const;
const languages = ['en', 'nl'] as const;

/** Texts are shown before and after, in the languages in which they differ; other fields by their name. */
function Changed({ before, after, fields }: TemplateChanges['changed'][number]) {
  const t = useTexts(templateTexts);
  const locale = useLocale();
  const formats = useFormats();
  const others = fields.filter((field) => field !== 'title' && field !== 'help');
  const texts = textFields.flatMap((field) =>
    languages
      .filter((language) => before[field][language] !== after[field][language])
      .map((language) => ({ field, language, old: before[field][language], now: after[field][language] })),
  );
  return (
    <li className="listing stack stack--tight">
      <p className="item__title">{after.title[locale] || after.title.en}</p>
      {texts.map(({ field, language, old, now }) => (
        <p key={`${field}-${language}`} className="small" lang={language}>
          <del>
            <span className="unseen">{t.before} </span>
            {old}
          </del>{' '}
          <ins>
            <span className="unseen">{t.after} </span>
            {now}
          </ins>
        </p>
      ))}
      {others.length > 0 ? (
        <p className="small quiet">{t.alsoFields({ fields: formats.list(others.map((field) => t.fields[field])) })}</p>
      ) : null}
    </li>
  );
}
