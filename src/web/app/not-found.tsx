import { Link } from '@tanstack/react-router';
import { useTexts } from '../kit/language/use-texts.ts';
import { Page } from '../kit/layout/page.tsx';
import { kitTexts } from '../kit/texts.ts';

export function NotFound() {
  const t = useTexts(kitTexts);
  return (
    <Page title={t.notFoundTitle} lead={t.notFoundBody} width="reading">
      <p>
        <Link to="/">{t.goHome}</Link>
      </p>
    </Page>
  );
}
