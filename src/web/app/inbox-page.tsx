import { ModelInbox } from '../../capabilities/registry/web/index.tsx';
import { ExperimentInbox, inboxTexts } from '../../capabilities/tracking/web/index.tsx';
import { useTexts } from '../kit/language/use-texts.ts';
import { Page } from '../kit/layout/page.tsx';

/** What clients have logged before anybody said to which problem it belongs: experiments, and registered models. */
export function InboxPage() {
  const t = useTexts(inboxTexts);
  return (
    <Page title={t.title} lead={t.lead} width="reading">
      <ExperimentInbox />
      <ModelInbox />
    </Page>
  );
}
