import './weighing.css';
import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { Chart } from '../../../web/kit/charts/chart.tsx';
import { Icon } from '../../../web/kit/icons.tsx';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { type AlternativeList, createAlternative, listAlternatives } from '../contract.ts';
import { AlternativeForm, emptyAlternative } from './alternative-form.tsx';
import { AlternativeRow } from './alternative-row.tsx';
import { FitQuestionsPart } from './fit-questions-part.tsx';
import { Foldable } from './foldable.tsx';
import { prepareRanking } from './prepare-ranking.ts';
import type { StationProps } from './station-props.ts';
import { weighingTexts } from './weighing-texts.ts';

type PartProps = Pick<StationProps, 'problemId' | 'isReadOnly'>;

/** Whether machine learning fits, and what else could be done, each in the euros of the value model. */
export function AlternativesWeighed(props: PartProps) {
  const query = useAnswer(listAlternatives, { params: { problemId: props.problemId } });
  return (
    <div className="stack stack--wide">
      <FitQuestionsPart {...props} />
      <AwaitQuery query={query}>{(list) => <Weighed {...props} list={list} />}</AwaitQuery>
    </div>
  );
}

const opener = 'add-alternative';

function Weighed({ problemId, isReadOnly, list }: PartProps & { list: AlternativeList }) {
  const t = useTexts(weighingTexts).alternatives;
  const [isAdding, setAdding] = useState(false);
  const create = useAsk(createAlternative);
  const { alternatives, ranking } = list;
  return (
    <Foldable title={t.title} isOpen={alternatives.length > 0}>
      <p className="quiet">{t.intro}</p>
      {ranking ? <Ranking ranking={ranking} /> : <p className="sheet quiet">{t.incomplete}</p>}
      <ul className="plain-list">
        {alternatives.map((alternative) => (
          <AlternativeRow key={alternative.id} {...{ problemId, isReadOnly, alternative, list }} />
        ))}
      </ul>
      {isAdding ? (
        <AlternativeForm
          start={emptyAlternative}
          opener={opener}
          currency={ranking?.currency}
          save={(body) => create.mutateAsync({ params: { problemId }, body })}
          close={() => setAdding(false)}
        />
      ) : null}
      {isAdding || isReadOnly ? null : (
        <div>
          <Button id={opener} leftSection={<Icon name="plus" />} onClick={() => setAdding(true)}>
            {t.add}
          </Button>
        </div>
      )}
    </Foldable>
  );
}

function Ranking({ ranking }: { ranking: NonNullable<AlternativeList['ranking']> }) {
  const locale = useLocale();
  const picture = useMemo(() => prepareRanking(ranking, locale), [ranking, locale]);
  return <Chart picture={picture} />;
}
