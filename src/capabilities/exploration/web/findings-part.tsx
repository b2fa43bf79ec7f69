import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { type Finding, listFindings } from '../contract.ts';
import type { ExploreProps } from './explore-part.tsx';
import { exploreTexts } from './explore-texts.ts';
import { FindingItem } from './finding-item.tsx';

const opener = 'answer-findings';

/** What was kept, with its answers; the expert goes through those that wait, one after another. */
export function FindingsPart(props: ExploreProps) {
  const t = useTexts(exploreTexts).findings;
  const { problemId, datasetId } = props;
  const query = useAnswer(listFindings, { params: { problemId }, query: { datasetId } });
  return (
    <section className="stack" aria-labelledby="findings-title">
      <h2 id="findings-title">{t.title}</h2>
      <AwaitQuery query={query} lines={3}>
        {({ findings }) =>
          findings.length === 0 ? <p className="quiet">{t.empty}</p> : <Findings {...props} findings={findings} />
        }
      </AwaitQuery>
    </section>
  );
}

function Findings({ findings, ...props }: ExploreProps & { findings: readonly Finding[] }) {
  const t = useTexts(exploreTexts);
  const [answering, setAnswering] = useState<string | null>(null);
  const open = findings.filter(({ state }) => state !== 'answered');
  /** The next that waits, after the one that was just answered; from the top again at the end. */
  const goOn = (from: string) => {
    const place = findings.findIndex(({ id }) => id === from);
    const turned = [...findings.slice(place + 1), ...findings.slice(0, Math.max(0, place))];
    setAnswering(turned.find(({ state }) => state !== 'answered')?.id ?? null);
  };
  return (
    <>
      <div className="row">
        <p aria-live="polite">{t.findings.waiting({ count: open.length })}</p>
        {props.mayExplain && open.length > 0 && answering === null ? (
          <Button
            id={opener}
            variant="filled"
            className="not-printed"
            onClick={() => setAnswering(open[0]?.id ?? null)}
          >
            {t.answer.begin}
          </Button>
        ) : null}
      </div>
      <ul className="plain-list">
        {findings.map((finding) => (
          <FindingItem
            key={finding.id}
            {...props}
            finding={finding}
            answering={answering === finding.id ? { opener, goOn: () => goOn(finding.id) } : null}
            setAnswering={(isAnswering) => setAnswering(isAnswering ? finding.id : null)}
          />
        ))}
      </ul>
    </>
  );
}
