import { Button } from '@mantine/core';
import { useState } from 'react';
import { Chart } from '../../../web/kit/charts/chart.tsx';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import type { TableProfile } from '../../statistics/contract.ts';
import { type Dataset, readDataset, readProfile, type Version } from '../contract.ts';
import { OutcomeForm } from './outcome-form.tsx';
import { outcomeTexts } from './outcome-texts.ts';
import { prepareOutcome } from './prepare-outcome.ts';

const opener = 'tell-outcome';

interface OutcomePartProps {
  problemId: string;
  version: Version;
  isReadOnly: boolean;
}

/** What each column alone has to do with what a model is to tell, the most first. */
export function OutcomePart({ problemId, version, isReadOnly }: OutcomePartProps) {
  const t = useTexts(outcomeTexts);
  const dataset = useAnswer(readDataset, { params: { problemId, datasetId: version.datasetId } });
  const { data } = useAnswer(readProfile, { params: { problemId, versionId: version.id }, query: { counts: 'none' } });
  const [isOpen, setOpen] = useState(false);
  const profile = data?.profile ?? null;
  return (
    <section className="stack">
      <h2>{t.title}</h2>
      <AwaitQuery query={dataset} lines={3}>
        {({ outcome, latest }) => (
          <>
            <Found {...{ version, outcome, profile }} isNewest={latest?.id === version.id} />
            {isOpen && profile ? (
              <OutcomeForm
                {...{ problemId, version, outcome, opener }}
                columns={profile.columns}
                close={() => setOpen(false)}
              />
            ) : null}
            {isOpen || isReadOnly || !profile ? null : (
              <div>
                <Button id={opener} onClick={() => setOpen(true)}>
                  {outcome === null ? t.tell : t.change}
                </Button>
              </div>
            )}
          </>
        )}
      </AwaitQuery>
    </section>
  );
}

interface FoundProps {
  version: Version;
  outcome: Dataset['outcome'];
  profile: TableProfile | null;
  isNewest: boolean;
}

function Found({ version, outcome, profile, isNewest }: FoundProps) {
  const t = useTexts(outcomeTexts);
  const locale = useLocale();
  if (outcome === null) return <p className="quiet">{t.untold}</p>;
  const { column } = outcome;
  const target = profile?.target?.column === column ? profile.target : null;
  const positive = target?.positive ?? outcome.positive;
  return (
    <>
      <p>{positive === null ? t.is({ column }) : t.isWhere({ column, positive })}</p>
      {target ? (
        <Chart picture={prepareOutcome(version.id, target, locale)} />
      ) : (
        <p className="quiet" aria-live="polite">
          <WhyNot {...{ version, column }} isComing={isNewest || profile?.pass !== 'complete'} />
        </p>
      )}
    </>
  );
}

function WhyNot({ version, column, isComing }: { version: Version; column: string; isComing: boolean }) {
  const t = useTexts(outcomeTexts);
  if (!version.columns.some(({ name }) => name === column)) return t.absent({ column });
  return isComing ? t.waiting : t.older;
}
