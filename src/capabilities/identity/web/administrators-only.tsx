import type { ReactNode } from 'react';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { Page } from '../../../web/kit/layout/page.tsx';
import { kitTexts } from '../../../web/kit/texts.ts';
import { peopleTexts } from './people-texts.ts';
import { usePeople } from './use-people.ts';
import { useIsAdministrator } from './use-session.ts';

/** Shows a page to administrators, and tells everybody else whom to ask. */
export function AdministratorsOnly({ children }: { children: ReactNode }) {
  return useIsAdministrator() ? children : <NotYours />;
}

function NotYours() {
  const t = useTexts(peopleTexts);
  const kit = useTexts(kitTexts);
  const formats = useFormats();
  const { data } = usePeople();
  const administrators = (data ?? [])
    .filter((person) => person.organisationRole === 'admin' && person.status === 'active')
    .map(({ name }) => name);
  return (
    <Page title={kit.noPermissionTitle} lead={t.onlyAdministrators} width="reading">
      {administrators.length > 0 ? <p>{t.ask({ names: formats.list(administrators) })}</p> : null}
    </Page>
  );
}
