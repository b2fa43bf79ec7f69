import { Button } from '@mantine/core';
import { useState } from 'react';
import { Icon } from '../../../web/kit/icons.tsx';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { addSource, listSources } from '../contract.ts';
import { emptySource, SourceForm } from './source-form.tsx';
import { SourceRow } from './source-row.tsx';
import { sourceTexts } from './source-texts.ts';

const opener = 'add-source';

interface SourcesPartProps {
  problemId: string;
  isReadOnly: boolean;
  /** what the reader is in this problem */
  roles: readonly string[];
  mayState: boolean;
}

/** The sources, rejected ones too, each with who says that it is the source. */
export function SourcesPart({ problemId, isReadOnly, ...mine }: SourcesPartProps) {
  const t = useTexts(sourceTexts);
  const query = useAnswer(listSources, { params: { problemId } });
  const add = useAsk(addSource);
  const [isAdding, setAdding] = useState(false);
  return (
    <section className="stack" id="sources">
      <AwaitQuery query={query} lines={3}>
        {({ sources }) => (
          <>
            <h3>{sources.length === 0 ? t.emptyTitle : t.title}</h3>
            {sources.length === 0 ? <p className="quiet">{t.emptyBody}</p> : null}
            <ul className="plain-list">
              {sources.map((source) => (
                <SourceRow key={source.id} {...{ source, problemId, isReadOnly }} {...mine} />
              ))}
            </ul>
          </>
        )}
      </AwaitQuery>
      {isAdding ? (
        <SourceForm
          problemId={problemId}
          start={emptySource}
          opener={opener}
          save={(body) => add.mutateAsync({ params: { problemId }, body })}
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
    </section>
  );
}
