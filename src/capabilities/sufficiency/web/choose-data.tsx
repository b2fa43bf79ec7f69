import { Button, NativeSelect } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { call } from '../../../web/kit/api/call.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { listDatasets } from '../../datasets/contract.ts';
import { type RequirementSufficiency, suggestSufficiencyPlan, writeSufficiencyPlan } from '../contract.ts';
import { sufficiencyPageTexts } from './texts.ts';

interface ChooseDataProps {
  problemId: string;
  requirement: RequirementSufficiency;
}

/** Which data set answers this; a plan is then suggested from its columns, to be read and completed. */
export function ChooseData({ problemId, requirement }: ChooseDataProps) {
  const t = useTexts(sufficiencyPageTexts);
  const datasets = useAnswer(listDatasets, { params: { problemId } });
  const write = useAsk(writeSufficiencyPlan);
  const [chosen, setChosen] = useState('');
  const { dataRequirementId, plan } = requirement;
  const there = datasets.data?.datasets.filter(({ latest }) => latest !== null) ?? [];
  if (there.length === 0) return null;
  const datasetId = chosen === '' ? (there[0]?.id ?? '') : chosen;
  const params = { problemId, dataRequirementId };
  const suggest = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const { content } = await call(suggestSufficiencyPlan, { params, query: { datasetId } });
      await write.mutateAsync({ params, body: { content }, version: plan.version });
      say(t.suggested);
    } catch (error) {
      say((error as Error).message);
    }
  };
  return (
    <form className="stack stack--tight" onSubmit={(event) => void suggest(event)}>
      <NativeSelect
        label={t.choose}
        value={datasetId}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data={there.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <div>
        <Button type="submit" loading={write.isPending}>
          {t.suggest}
          <span className="unseen"> {requirement.what}</span>
        </Button>
      </div>
    </form>
  );
}
