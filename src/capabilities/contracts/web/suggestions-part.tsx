import { Button } from '@mantine/core';
import { useState } from 'react';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { decideSuggestion, listSuggestions, type Suggestion, suggestRules } from '../contract.ts';
import type { PartProps } from './contract-part.tsx';
import { RuleForm } from './rule-form.tsx';
import { sayRule } from './say-rule.ts';
import { contractTexts } from './texts.ts';

/** Rules that the data suggests, each with what it comes from; a person decides on each. */
export function SuggestionsPart({ problemId, contract, columns }: PartProps & { columns: readonly string[] }) {
  const t = useTexts(contractTexts);
  const params = { problemId, datasetId: contract.datasetId };
  const query = useAnswer(listSuggestions, { params });
  const suggest = useAsk(suggestRules);
  const suggestions = query.data?.suggestions ?? [];
  const open = suggestions.filter(({ state }) => state === 'open');
  const dropped = suggestions.filter(({ state }) => state === 'dropped').length;
  const look = () => suggest.mutate({ params, body: {} }, { onError: (error) => say(error.message) });
  return (
    <section className="stack" aria-labelledby="suggest-title">
      <h2 id="suggest-title">{t.suggestTitle}</h2>
      <p className="quiet">{t.suggestBody}</p>
      {suggestions.length === 0 ? null : (
        <p>
          {open.length === 0 ? t.allDecided : ''}{' '}
          {t.decided({ accepted: suggestions.length - open.length - dropped, dropped })}
        </p>
      )}
      <ul className="plain-list">
        {open.map((suggestion) => (
          <SuggestionRow key={suggestion.id} {...{ suggestion, params, columns }} />
        ))}
      </ul>
      <div>
        <Button loading={suggest.isPending} onClick={look}>
          {suggestions.length === 0 ? t.suggest : t.suggestAgain}
        </Button>
      </div>
    </section>
  );
}

interface SuggestionRowProps {
  suggestion: Suggestion;
  params: { problemId: string; datasetId: string };
  columns: readonly string[];
}

function SuggestionRow({ suggestion, params, columns }: SuggestionRowProps) {
  const t = useTexts(contractTexts);
  const locale = useLocale();
  const formats = useFormats();
  const [isChanging, setChanging] = useState(false);
  const decide = useAsk(decideSuggestion);
  const { id, rule, basis } = suggestion;
  const asked = { params: { ...params, suggestionId: id } };
  const complain = (error: Error) => say(error.message);
  const sentence = sayRule(rule, locale);
  const figures = formats.list(basis.figures.slice(0, 12));
  const drop = () =>
    void decide.mutateAsync({ ...asked, body: { decision: 'drop' } }).then(() => say(t.dropped), complain);
  const accept = () => void decide.mutateAsync({ ...asked, body: { decision: 'accept' } }).catch(complain);
  return (
    <li className="listing stack stack--tight">
      <p className="rule__sentence">{sentence}</p>
      <p className="small quiet">{t.bases[basis.kind]({ figures, rows: formats.number(basis.rows) })}</p>
      {isChanging ? (
        <RuleForm
          before={rule}
          opener={`change-${id}`}
          {...{ ...params, columns }}
          save={(changed) => decide.mutateAsync({ ...asked, body: { decision: 'accept', rule: changed } })}
          close={() => setChanging(false)}
        />
      ) : (
        <div className="row small">
          <Button size="compact-sm" loading={decide.isPending} onClick={accept}>
            {t.accept}
            <span className="unseen"> {sentence}</span>
          </Button>
          <button id={`change-${id}`} type="button" className="button-plain link" onClick={() => setChanging(true)}>
            {t.acceptChanged}
            <span className="unseen"> {sentence}</span>
          </button>
          <button type="button" className="button-plain link" onClick={drop}>
            {t.drop}
            <span className="unseen"> {sentence}</span>
          </button>
        </div>
      )}
    </li>
  );
}
