import './checklist.css';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { Page } from '../../../web/kit/layout/page.tsx';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { AdministratorsOnly } from '../../identity/web/index.tsx';
import { listChecklistVersions, readChecklistDraft } from '../contract.ts';
import { DraftPart } from './draft-part.tsx';
import { PublishPart } from './publish-part.tsx';
import { templateTexts } from './template-texts.ts';
import { VersionsPart } from './versions-part.tsx';

/** The checklist of the organisation: its draft, publishing it, and what changed between versions. */
export function ChecklistTemplatePage() {
  return (
    <AdministratorsOnly>
      <Template />
    </AdministratorsOnly>
  );
}

function Template() {
  const t = useTexts(templateTexts);
  const draft = useAnswer(readChecklistDraft, {});
  const versions = useAnswer(listChecklistVersions, {});
  return (
    <Page title={t.title} lead={t.lead}>
      <AwaitQuery query={draft} lines={8}>
        {(shown) => (
          <>
            <DraftPart draft={shown} />
            {shown.changes > 0 ? <PublishPart draft={shown} /> : null}
          </>
        )}
      </AwaitQuery>
      <AwaitQuery query={versions}>{(shown) => <VersionsPart versions={shown.versions} />}</AwaitQuery>
    </Page>
  );
}
