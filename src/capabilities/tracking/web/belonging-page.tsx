import { Link, useParams } from '@tanstack/react-router';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { Page } from '../../../web/kit/layout/page.tsx';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { getMineInProblem } from '../../identity/contract.ts';
import { DeletedPart } from './deleted-part.tsx';
import { InboxNotice } from './inbox-notice.tsx';
import { NamingRulesPart } from './naming-rules-part.tsx';
import { variantTexts } from './variant-texts.ts';
import { VariantsPart } from './variants-part.tsx';

/** What runs belong to: the variants of the model of a problem, by which names things are of it, and what was deleted of it. */
export function BelongingPage() {
  const t = useTexts(variantTexts).page;
  const { problemId } = useParams({ from: '/problems/$problemId/runs/belonging' });
  const mine = useAnswer(getMineInProblem, { params: { problemId } });
  const mayLog = mine.data?.permissions.includes('run.log') ?? false;
  const mayErase = mine.data?.permissions.includes('run.erase') ?? false;
  return (
    <Page
      title={t.title}
      lead={t.lead}
      above={
        <Link to="/problems/$problemId/{-$station}" params={{ problemId }} className="small">
          {t.back}
        </Link>
      }
    >
      <div className="stack stack--wide">
        <InboxNotice problemId={problemId} />
        <VariantsPart problemId={problemId} mayLog={mayLog} />
        <NamingRulesPart problemId={problemId} mayLog={mayLog} />
        <DeletedPart {...{ problemId, mayLog, mayErase }} />
      </div>
    </Page>
  );
}
