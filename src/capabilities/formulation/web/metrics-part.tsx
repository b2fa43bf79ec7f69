import { Button, NativeSelect, Textarea } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { linkMetric, listMetricLinks, type MetricLink, type ModelMetric, modelMetrics, readGate } from '../contract.ts';
import { measuredTexts } from './measured-texts.ts';

interface MetricsPartProps {
  problemId: string;
  field: string | undefined;
  isReadOnly: boolean;
}

/** After the go: by which metric of the model each key result is answered. */
export function MetricsPart({ problemId, field, isReadOnly }: MetricsPartProps) {
  const t = useTexts(measuredTexts);
  const gate = useAnswer(readGate, { params: { problemId, gate: 'g1' } });
  const query = useAnswer(listMetricLinks, { params: { problemId } });
  const outcome = gate.data?.lastDecision?.outcome;
  const links = query.data?.links ?? [];
  if ((outcome !== 'go' && outcome !== 'conditional_go') || links.length === 0) return null;
  return (
    <section className="sheet stack" aria-labelledby="metrics-title">
      <h3 id="metrics-title">{t.metrics}</h3>
      <p className="quiet">{t.metricsLead}</p>
      <ul className="plain-list stack stack--wide">
        {links.map((link) => (
          <li key={link.keyResultId} className="listing stack stack--tight">
            <strong>{link.keyResult}</strong>
            {link.isAsked ? null : <p className="small quiet">{t.notAsked}</p>}
            {isReadOnly ? (
              <Said link={link} />
            ) : (
              <LinkForm key={link.version} {...{ link, problemId }} isAsked={field === `metric-${link.keyResultId}`} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Said({ link: { metric, text } }: { link: MetricLink }) {
  const t = useTexts(measuredTexts);
  if (metric === null) return <p className="quiet">–</p>;
  return (
    <>
      <p>{t.names[metric]}</p>
      {text === '' ? null : <p className="prose">{text}</p>}
    </>
  );
}

function LinkForm({ link, problemId, isAsked }: { link: MetricLink; problemId: string; isAsked: boolean }) {
  const t = useTexts(measuredTexts);
  const keep = useAsk(linkMetric);
  const [metric, setMetric] = useState<ModelMetric | ''>(link.metric ?? '');
  const [text, setText] = useState(link.text);
  const [problem, setProblem] = useState<string | undefined>();
  const first = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    if (isAsked) first.current?.focus();
  }, [isAsked]);
  const isSame = metric === (link.metric ?? '') && text === link.text;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (metric === '') return;
    const isInWords = (metric !== 'other' && metric !== 'none') || text.trim() !== '';
    setProblem(isInWords ? undefined : t.howNeeded);
    if (!isInWords) return;
    const params = { problemId, keyResultId: link.keyResultId };
    keep.mutateAsync({ params, body: { metric, text: text.trim() }, version: link.version }).then(
      () => say(t.kept),
      (error: Error) => setProblem(error.message),
    );
  };
  return (
    <form className="stack stack--tight" noValidate onSubmit={submit}>
      <NativeSelect
        ref={first}
        label={t.metric}
        aria-label={`${t.metric}: ${link.keyResult}`}
        maw={460}
        value={metric}
        data={[{ value: '', label: t.choose }, ...modelMetrics.map((value) => ({ value, label: t.names[value] }))]}
        onChange={(event) => setMetric(event.currentTarget.value as ModelMetric | '')}
      />
      <Textarea
        label={t.how}
        aria-label={`${t.how} ${link.keyResult}`}
        error={problem}
        autosize
        minRows={2}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div>
        <Button type="submit" disabled={metric === '' || isSame} loading={keep.isPending}>
          {t.keep}
          <span className="unseen"> {link.keyResult}</span>
        </Button>
      </div>
    </form>
  );
}
