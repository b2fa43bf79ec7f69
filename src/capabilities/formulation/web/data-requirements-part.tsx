import { Button } from '@mantine/core';
import { useState } from 'react';
import { Icon } from '../../../web/kit/icons.tsx';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { Talk } from '../../conversation/web/index.tsx';
import {
  createDataRequirement,
  type DataRequirement,
  editDataRequirement,
  listDataRequirements,
  orderDataRequirements,
  removeDataRequirement,
  restoreDataRequirement,
} from '../contract.ts';
import { DataRequirementForm, emptyData } from './data-requirement-form.tsx';
import { MoveUp } from '../../../web/kit/form/move-up.tsx';
import { requirementsTexts } from './requirements-texts.ts';
import type { StationProps } from './station-props.ts';
import { translationTexts } from './translation-texts.ts';

const opener = 'add-data-requirement';

type PartProps = Pick<StationProps, 'problemId' | 'isReadOnly'>;

/** The data that is needed, row by row. */
export function DataRequirementsPart({ problemId, isReadOnly, isAsked }: PartProps & { isAsked: boolean }) {
  const t = useTexts(translationTexts).data;
  const query = useAnswer(listDataRequirements, { params: { problemId } });
  const create = useAsk(createDataRequirement);
  const [isAdding, setAdding] = useState(isAsked && !isReadOnly);
  return (
    <section className="stack" id="data-requirements">
      <h3>{t.title}</h3>
      <AwaitQuery query={query} lines={2}>
        {({ dataRequirements }) => (
          <>
            <p className="quiet">{dataRequirements.length === 0 ? t.empty : t.intro}</p>
            <ul className="plain-list">
              {dataRequirements.map((data) => (
                <DataRow key={data.id} {...{ problemId, isReadOnly, data }} all={dataRequirements} />
              ))}
            </ul>
          </>
        )}
      </AwaitQuery>
      {isAdding ? (
        <DataRequirementForm
          start={emptyData}
          opener={opener}
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
    </section>
  );
}

function DataRow({
  problemId,
  isReadOnly,
  data,
  all,
}: PartProps & { data: DataRequirement; all: readonly DataRequirement[] }) {
  const t = useTexts(translationTexts).data;
  const words = useTexts(requirementsTexts);
  const [isEditing, setEditing] = useState(false);
  const edit = useAsk(editDataRequirement);
  const orderAll = useAsk(orderDataRequirements);
  const params = { problemId, dataRequirementId: data.id };
  const remove = useRemoval(params);
  const editor = `edit-${data.id}`;
  if (isEditing) {
    return (
      <li className="key-result">
        <DataRequirementForm
          start={data}
          opener={editor}
          version={data.version}
          save={(body, version) => edit.mutateAsync({ params, body, version })}
          close={() => setEditing(false)}
        />
      </li>
    );
  }
  const known = (['why', 'history', 'granularity', 'freshness', 'segment', 'volume', 'source'] as const).filter(
    (field) => data[field] !== '',
  );
  return (
    <li className="key-result">
      <strong>{data.what}</strong>
      <dl className="data-facts small">
        {known.map((field) => (
          <div key={field} className={field === 'why' || field === 'source' ? 'data-facts__wide' : undefined}>
            <dt>{t.fields[field]}</dt>
            <dd className="prose">{data[field]}</dd>
          </div>
        ))}
      </dl>
      <div className="row small">
        {isReadOnly ? null : (
          <>
            <button id={editor} type="button" className="button-plain link" onClick={() => setEditing(true)}>
              {words.edit}
              <span className="unseen"> {data.what}</span>
            </button>
            <MoveUp
              what={data.what}
              id={data.id}
              ids={all.map((each) => each.id)}
              order={(ids) => orderAll.mutateAsync({ params: { problemId }, body: { ids } })}
            />
            <button type="button" className="button-plain link" onClick={remove}>
              {words.remove}
              <span className="unseen"> {data.what}</span>
            </button>
          </>
        )}
        <Talk problemId={problemId} anchor={{ kind: 'data_requirement', id: data.id, field: null }} label={data.what} />
      </div>
    </li>
  );
}

function useRemoval(params: { problemId: string; dataRequirementId: string }): () => void {
  const t = useTexts(translationTexts).data;
  const remove = useAsk(removeDataRequirement);
  const restore = useAsk(restoreDataRequirement);
  const complain = (error: Error) => say(error.message);
  const undo = () => void restore.mutateAsync({ params }).catch(complain);
  return () => void remove.mutateAsync({ params }).then(() => say(t.removed, undo), complain);
}
