import './sufficiency.css';
import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { Page } from '../../../web/kit/layout/page.tsx';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { getMineInProblem } from '../../identity/contract.ts';
import { readSufficiency, runSufficiency, type Sufficiency } from '../contract.ts';
import { RequirementPart } from './requirement-part.tsx';
import { sufficiencyPageTexts } from './texts.ts';

/** Whether the data is enough: overall, then by what is needed. */
export function SufficiencyPage() {
  const t = useTexts(sufficiencyPageTexts);
  const { problemId } = useParams({ from: '/problems/$problemId/data/sufficiency' });
  const sufficiency = useAnswer(readSufficiency, { params: { problemId } });
  const above = (
    <Link to="/problems/$problemId/{-$station}" params={{ problemId, station: 'data' }} className="small">
      {t.back}
    </Link>
  );
  return (
    <Page title={t.title} lead={t.lead} above={above}>
      <AwaitQuery query={sufficiency} lines={10}>
        {(shown) => <Shown problemId={problemId} sufficiency={shown} />}
      </AwaitQuery>
    </Page>
  );
}

function Shown({ problemId, sufficiency }: { problemId: string; sufficiency: Sufficiency }) {
  const t = useTexts(sufficiencyPageTexts);
  const mine = useAnswer(getMineInProblem, { params: { problemId } });
  const may = (permission: string) => mine.data?.permissions.includes(permission) ?? false;
  const run = useAsk(runSufficiency);
  const { sentence, whatThen, requirements } = sufficiency;
  const begin = () =>
    run.mutate(
      { params: { problemId }, body: {} },
      { onSuccess: () => say(t.begun), onError: (error) => say(error.message) },
    );
  const isReady = requirements.some(({ plan }) => plan.isConfirmed);
  return (
    <div className="stack stack--wide">
      <section className="stack stack--tight">
        <p className="sufficiency__verdict">{sentence}</p>
        {whatThen === null ? null : <p>{whatThen}</p>}
        {requirements.length === 0 ? <p className="quiet">{t.noRequirements}</p> : null}
        {may('data.write') && isReady ? (
          <div>
            <Button variant="filled" loading={run.isPending} onClick={begin}>
              {t.run}
            </Button>
          </div>
        ) : null}
      </section>
      {requirements.map((requirement) => (
        <RequirementPart
          key={requirement.dataRequirementId}
          {...{ problemId, requirement }}
          mayWrite={may('data.write')}
          mayAnswer={may('data.identify')}
        />
      ))}
    </div>
  );
}
