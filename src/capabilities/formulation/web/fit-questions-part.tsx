import { Radio } from '@mantine/core';
import { AutosavedText } from '../../../web/kit/form/autosaved-text.tsx';
import { useAutosave } from '../../../web/kit/form/use-autosave.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { answerFitQuestion, type Fit, type FitAnswer, fitAnswers, listFitQuestions } from '../contract.ts';
import { Foldable } from './foldable.tsx';
import type { StationProps } from './station-props.ts';
import { weighingTexts } from './weighing-texts.ts';

type PartProps = Pick<StationProps, 'problemId' | 'isReadOnly'>;

/** Four questions on whether machine learning fits at all, each with a yes or no and its reason. */
export function FitQuestionsPart({ problemId, isReadOnly }: PartProps) {
  const t = useTexts(weighingTexts).fit;
  const query = useAnswer(listFitQuestions, { params: { problemId } });
  return (
    <AwaitQuery query={query} lines={1}>
      {({ questions }) => (
        <Foldable title={t.title} isOpen={questions.some(({ answer }) => answer !== null)}>
          <p className="quiet">{t.intro}</p>
          <ul className="plain-list">
            {questions.map((fit) => (
              <li key={fit.question} className="fit">
                {isReadOnly ? <FitAnswered fit={fit} /> : <FitQuestionForm problemId={problemId} fit={fit} />}
              </li>
            ))}
          </ul>
        </Foldable>
      )}
    </AwaitQuery>
  );
}

function FitAnswered({ fit: { question, answer, reason } }: { fit: Fit }) {
  const t = useTexts(weighingTexts).fit;
  return (
    <>
      <p>
        <strong>{t.questions[question].label}</strong> {answer ? t.answers[answer] : '–'}
      </p>
      <p className="prose quiet">{reason}</p>
    </>
  );
}

type Given = Pick<Fit, 'answer' | 'reason'>;

function FitQuestionForm({ problemId, fit }: { problemId: string; fit: Fit }) {
  const t = useTexts(weighingTexts).fit;
  const ask = useAsk(answerFitQuestion);
  const { question, answer, reason, version } = fit;
  const given = useAutosave<Given>({
    saved: { answer, reason },
    version,
    save: async (body, read) =>
      (await ask.mutateAsync({ params: { problemId, question }, body, version: read })).version,
  });
  const { state, value } = given;
  const { label, hint } = t.questions[question];
  const words = (each: Given) => [each.answer ? t.answers[each.answer] : '', each.reason].filter(Boolean).join('. ');
  return (
    <fieldset className="fit__form" aria-label={label}>
      <Radio.Group
        label={label}
        description={hint}
        value={value.answer ?? ''}
        onChange={(chosen) => {
          given.change({ ...value, answer: chosen as FitAnswer });
          void given.flush();
        }}
      >
        <div className="row">
          {fitAnswers.map((each) => (
            <Radio key={each} value={each} label={t.answers[each]} />
          ))}
        </div>
      </Radio.Group>
      <div>
        <AutosavedText
          text={{
            ...given,
            value: value.reason,
            state:
              state.kind === 'conflict' ? { ...state, mine: words(state.mine), theirs: words(state.theirs) } : state,
            change: (text) => given.change({ ...value, reason: text }),
            resolve: (chosen) =>
              given.resolve(state.kind === 'conflict' && chosen === words(state.theirs) ? state.theirs : value),
          }}
          id={`fit-${question}`}
          label={t.reason}
          isSmall
        />
      </div>
    </fieldset>
  );
}
