import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { Scrollable } from '../../../web/kit/layout/scrollable.tsx';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { compareWithParent, type Origin, readOrigin, type Relation } from '../contract.ts';
import { EditVariant } from './edit-variant-form.tsx';
import { writtenValue } from './name-of-place.ts';
import { nameOfWritten } from './name-of-written.ts';
import { variantTexts } from './variant-texts.ts';

interface OriginPartProps {
  problemId: string;
  isReadOnly: boolean;
}

/** Where the problem comes from and what came of it; nothing at all where it stands by itself. */
export function OriginPart({ problemId, isReadOnly }: OriginPartProps) {
  const t = useTexts(variantTexts);
  const { data: origin, refetch } = useAnswer(readOrigin, { params: { problemId } });
  useLookAgain(refetch);
  if (!origin || (!origin.variantOf && !origin.template && origin.variants.length === 0)) return null;
  const { variantOf, template, variants } = origin;
  return (
    <section className="sheet stack origin" aria-label={t.origin}>
      {variantOf ? <Parent {...{ problemId, isReadOnly, variantOf, version: origin.version }} /> : null}
      {template ? <p>{t.begunWith({ name: template.name })}</p> : null}
      {variants.length > 0 ? <Variants variants={variants} /> : null}
    </section>
  );
}

/** What another problem says may have changed since it was looked at: the event stream tells of this one only. */
function useLookAgain(refetch: () => Promise<unknown>): void {
  useEffect(() => void refetch(), [refetch]);
}

function ProblemLink({ id, title }: Pick<Relation, 'id' | 'title'>) {
  if (id === null) return null;
  return (
    <Link to="/problems/$problemId/{-$station}" params={{ problemId: id }}>
      {title}
    </Link>
  );
}

type ParentProps = OriginPartProps & { variantOf: NonNullable<Origin['variantOf']>; version: number };

function Parent({ problemId, isReadOnly, variantOf, version }: ParentProps) {
  const t = useTexts(variantTexts);
  const [isEditing, setEditing] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const { id, title, about, difference, reason } = variantOf;
  return (
    <>
      <p>
        {id === null ? t.hidden : t.variantOf} <ProblemLink {...{ id, title }} />
      </p>
      {isEditing ? (
        <EditVariant
          {...{ problemId, version }}
          start={{ about, difference, reason }}
          close={() => setEditing(false)}
        />
      ) : (
        <p>
          <strong>{t.declared({ about: t.aspects[about], difference })}</strong>
          <br />
          <span className="prose">{t.because({ reason })}</span>
        </p>
      )}
      <div className="row">
        {id === null ? null : (
          <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {t.showDifferences}
          </Button>
        )}
        {isReadOnly || isEditing ? null : (
          <Button variant="subtle" id="edit-variant" onClick={() => setEditing(true)}>
            {t.edit}
          </Button>
        )}
      </div>
      {isOpen ? <Differences problemId={problemId} /> : null}
    </>
  );
}

/** Field by field, as both stand now. */
function Differences({ problemId }: { problemId: string }) {
  const t = useTexts(variantTexts);
  const locale = useLocale();
  const query = useAnswer(compareWithParent, { params: { problemId } });
  useLookAgain(query.refetch);
  return (
    <AwaitQuery query={query} lines={3}>
      {({ differences, content }) =>
        differences.length === 0 ? (
          <p className="quiet">{t.nothingDiffers}</p>
        ) : (
          <div className="stack stack--tight">
            <p>{t.differs({ count: differences.length })}</p>
            <Scrollable label={t.showDifferences}>
              <table className="table">
                <thead>
                  <tr>
                    <th scope="col">{t.place}</th>
                    <th scope="col">{t.inParent}</th>
                    <th scope="col">{t.inVariant}</th>
                  </tr>
                </thead>
                <tbody>
                  {differences.map(({ path, before, after }) => (
                    <tr key={path}>
                      <th scope="row">{nameOfWritten(path, content, locale)}</th>
                      <td>{writtenValue(before, locale)}</td>
                      <td>{writtenValue(after, locale)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Scrollable>
          </div>
        )
      }
    </AwaitQuery>
  );
}

function Variants({ variants }: { variants: readonly Relation[] }) {
  const t = useTexts(variantTexts);
  return (
    <div>
      <p>{t.variants({ count: variants.length })}:</p>
      <ul>
        {variants.map(({ id, title, about, difference }) => (
          <li key={id}>
            <ProblemLink {...{ id, title }} />{' '}
            <span className="quiet">{t.declared({ about: t.aspects[about], difference })}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
