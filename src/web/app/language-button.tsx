import { chooseLocale } from '../kit/language/chosen-locale.ts';
import { useLocale, useTexts } from '../kit/language/use-texts.ts';
import { shellTexts } from './texts.ts';

/** Offers the other language, in that language. */
export function LanguageButton() {
  const t = useTexts(shellTexts);
  const other = useLocale() === 'en' ? 'nl' : 'en';
  return (
    <button
      type="button"
      className="button-plain bar__tool"
      lang={other}
      title={t.otherLanguage}
      onClick={() => chooseLocale(other)}
    >
      <span aria-hidden="true">{other.toUpperCase()}</span>
      <span className="unseen">{t.otherLanguage}</span>
    </button>
  );
}
