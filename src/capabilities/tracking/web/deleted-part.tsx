import { Button } from '@mantine/core';
import { useState } from 'react';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { type DeletedRuns, eraseDeletedRuns, listDeletedRuns, restoreDeletedRuns } from '../contract.ts';
import { deletedTexts } from './deleted-texts.ts';
import { EraseDeletedForm } from './erase-deleted-form.tsx';

const allOpener = 'erase-all-deleted';
const shownAtMost = 500;

type Kind = 'experiment' | 'run' | 'model';

interface Thing {
  kind: Kind;
  id: string;
  name: string;
  /** null for an experiment itself */
  experiment: string | null;
  deletedAt: number;
  holds: readonly string[];
}

interface DeletedPartProps {
  problemId: string;
  mayLog: boolean;
  mayErase: boolean;
}

/** What was deleted of a problem, the latest first: brought back, or erased for good. */
export function DeletedPart({ problemId, mayLog, mayErase }: DeletedPartProps) {
  const t = useTexts(deletedTexts);
  const query = useAnswer(listDeletedRuns, { params: { problemId }, query: { olderThanDays: 0 } });
  const [erasing, setErasing] = useState<Thing | 'all' | null>(null);
  const close = () => setErasing(null);
  return (
    <section className="stack" aria-labelledby="deleted-runs">
      <h2 id="deleted-runs">{t.title}</h2>
      <p className="quiet">{t.lead}</p>
      <AwaitQuery query={query} lines={2}>
        {(deleted) => {
          const things = thingsOf(deleted);
          if (things.length === 0) return <p>{t.none}</p>;
          return (
            <>
              <ul className="plain-list stack stack--tight">
                {things.map((thing) => (
                  <li key={`${thing.kind} ${thing.id}`} className="stack stack--tight">
                    <DeletedThing {...{ problemId, thing, mayLog, mayErase }} erase={() => setErasing(thing)} />
                    {isSame(erasing, thing) ? (
                      <Erase {...{ problemId, close, deleted }} opener={openerOf(thing)} thing={thing} />
                    ) : null}
                  </li>
                ))}
              </ul>
              {Object.values(deleted).some((list) => Array.isArray(list) && list.length >= shownAtMost) ? (
                <p className="quiet">{t.more({ shown: shownAtMost })}</p>
              ) : null}
              {erasing === 'all' ? (
                <Erase {...{ problemId, close, deleted }} opener={allOpener} thing={null} />
              ) : mayErase ? (
                <div>
                  <Button id={allOpener} onClick={() => setErasing('all')}>
                    {t.eraseAll}
                  </Button>
                </div>
              ) : null}
            </>
          );
        }}
      </AwaitQuery>
    </section>
  );
}

const openerOf = ({ kind, id }: Thing): string => `erase-${kind}-${id}`;

const isSame = (erasing: Thing | 'all' | null, { kind, id }: Thing): boolean =>
  typeof erasing === 'object' && erasing?.kind === kind && erasing.id === id;

function thingsOf({ experiments, runs, models }: DeletedRuns): Thing[] {
  const within = (kind: Kind) => (thing: DeletedRuns['runs'][number]) => ({
    ...thing,
    kind,
    experiment: thing.experimentName,
  });
  return [
    ...experiments.map((each) => ({ ...each, kind: 'experiment' as const, experiment: null })),
    ...runs.map(within('run')),
    ...models.map(within('model')),
  ].toSorted((a, b) => b.deletedAt - a.deletedAt);
}

const namesOf = ({ kind, id }: Thing) => ({
  experimentIds: kind === 'experiment' ? [id] : [],
  runIds: kind === 'run' ? [id] : [],
  modelIds: kind === 'model' ? [id] : [],
});

interface DeletedThingProps extends DeletedPartProps {
  thing: Thing;
  erase: () => void;
}

function DeletedThing({ problemId, thing, mayLog, mayErase, erase }: DeletedThingProps) {
  const t = useTexts(deletedTexts);
  const formats = useFormats();
  const restore = useAsk(restoreDeletedRuns);
  const { kind, name, experiment, deletedAt, holds } = thing;
  const bringBack = () =>
    void restore.mutateAsync({ params: { problemId }, body: namesOf(thing) }).then(
      () => say(t.broughtBack({ name })),
      (error: Error) => say(error.message),
    );
  return (
    <>
      <div className="row">
        <span>
          <strong>{name}</strong> <span className="quiet">{t.kind[kind]}</span>{' '}
          {experiment === null ? null : <span className="quiet">{t.of({ experiment })}</span>}
        </span>
        <span className="small quiet">{t.since({ when: formats.dateTime(deletedAt) })}</span>
        {mayLog ? (
          <button type="button" className="button-plain link small" onClick={bringBack}>
            {t.bringBack}
            <span className="unseen"> {name}</span>
          </button>
        ) : null}
        {mayErase && holds.length === 0 ? (
          <button id={openerOf(thing)} type="button" className="button-plain link small" onClick={erase}>
            {t.erase}
            <span className="unseen"> {name}</span>
          </button>
        ) : null}
      </div>
      {holds.length > 0 ? <p className="small">{t.held({ by: formats.list(holds) })}</p> : null}
    </>
  );
}

interface EraseProps {
  problemId: string;
  deleted: DeletedRuns;
  opener: string;
  /** null: all that is deleted */
  thing: Thing | null;
  close: () => void;
}

/** What cannot be undone says so before. */
function Erase({ problemId, deleted, opener, thing, close }: EraseProps) {
  const t = useTexts(deletedTexts);
  const formats = useFormats();
  const erase = useAsk(eraseDeletedRuns);
  const { totals } = deleted;
  const size =
    totals.size_bytes >= 1e6
      ? t.mb({ size: formats.number(totals.size_bytes / 1e6, 1) })
      : t.kb({ size: formats.number(Math.ceil(totals.size_bytes / 1000), 0) });
  const give = (olderThanDays: number) =>
    erase
      .mutateAsync({
        params: { problemId },
        body: thing ? { olderThanDays: 0, only: namesOf(thing) } : { olderThanDays },
      })
      .then(() => {
        say(t.begun);
        close();
      });
  return (
    <EraseDeletedForm opener={opener} asksDays={thing === null} isSaving={erase.isPending} {...{ give, close }}>
      <p>{thing ? t.one({ name: thing.name }) : t.goes({ ...totals, size })}</p>
      {thing === null && totals.held > 0 ? <p>{t.stays({ held: totals.held })}</p> : null}
    </EraseDeletedForm>
  );
}
