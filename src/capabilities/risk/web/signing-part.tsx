import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { Refusal } from '../../../web/kit/api/refusal.ts';
import { ErrorSummary } from '../../../web/kit/form/error-summary.tsx';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { PasswordField, useIsTeam } from '../../identity/web/index.tsx';
import { type RiskAssessment, signRiskAssessment } from '../contract.ts';
import type { PartProps } from './part-props.ts';
import { useKeep } from './use-keep.ts';
import { riskPageTexts } from './texts.ts';

type SigningProps = PartProps & { assessment: RiskAssessment };

/** What is asked, what changed since the last signature, and the signature itself. */
export function SigningPart({ assessment, problemId, isReadOnly }: SigningProps) {
  const t = useTexts(riskPageTexts);
  const formats = useFormats();
  const { evidence, changes, signatures, signing } = assessment;
  return (
    <>
      <section className="stack stack--tight">
        <h4>{t.signing.asked}</h4>
        <ul className="plain-list">
          {evidence.map(({ id, isDone, message }) => (
            <li key={id} className="risk-asked">
              <span className={`risk-part__mark${isDone ? ' risk-part__mark--done' : ''}`} aria-hidden="true">
                {isDone ? '✓' : '○'}
              </span>
              <span>
                {message} <span className="unseen">({isDone ? t.done : t.notDone})</span>
              </span>
            </li>
          ))}
        </ul>
      </section>
      {changes.length > 0 ? <Changes title={t.signing.changed} changes={changes} /> : null}
      {isReadOnly || signing === 'fresh' ? null : <SignForm {...{ assessment, problemId }} />}
      {signatures.length === 0 ? null : (
        <section className="stack stack--tight">
          <h4>{t.signing.signed}</h4>
          <ul className="plain-list">
            {signatures.map(({ number, name, at, meaning, hash }) => (
              <li key={number} className="listing">
                {t.signing.line({ number, by: name ?? t.signing.somebody, on: formats.dateTime(at), meaning })}
                <p className="small quiet risk-hash">{t.signing.hash({ hash })}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Changes({ title, changes }: Pick<RiskAssessment, 'changes'> & { title: string }) {
  const t = useTexts(riskPageTexts).signing;
  const write = (value: unknown) => sayValue(value) || t.nothing;
  return (
    <section className="stack stack--tight">
      <h4>{title}</h4>
      <ul className="plain-list">
        {changes.map(({ path, place, before, after }) => (
          <li key={path} className="listing">
            <p>
              <strong>{place}</strong>
            </p>
            <dl className="facts small">
              <dt>{t.was}</dt>
              <dd>{write(before)}</dd>
              <dt>{t.is}</dt>
              <dd>{write(after)}</dd>
            </dl>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A value of the signed content as people can compare it: its own words, without the marks of JSON. */
function sayValue(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'object' || value === null) return '';
  const { what, likely, low, high } = value as Record<string, unknown>;
  if (typeof what === 'string') return what;
  if (typeof likely === 'string') return typeof low === 'string' ? `${low} - ${likely} - ${String(high)}` : likely;
  return Object.values(value)
    .map(sayValue)
    .filter((text) => text !== '')
    .join(', ');
}

function SignForm({ assessment, problemId }: Omit<SigningProps, 'isReadOnly'>) {
  const t = useTexts(riskPageTexts).signing;
  const sign = useAsk(signRiskAssessment);
  const { keep, isSaving, problem, complain } = useKeep(problemId);
  const id = useId();
  const isTeam = useIsTeam();
  const [meaning, setMeaning] = useState(t.usualMeaning);
  const [password, setPassword] = useState('');
  const { hash, changed, begin, refused } = useReadContent(assessment.hash);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (meaning.trim() === '') return complain(t.meaningNeeded);
    const body = { hash, meaning: meaning.trim(), ...(password === '' ? {} : { password }) };
    void keep(() => sign.mutateAsync({ params: { problemId }, body }).catch(refused));
  };
  return (
    <form className="stack risk-form" noValidate onSubmit={submit}>
      <ErrorSummary
        problems={problem === null ? [] : [{ field: meaning.trim() === '' ? id : null, message: problem }]}
      />
      {changed.length > 0 ? <Changes title={t.changedMeanwhile} changes={changed} /> : null}
      <TextInput
        id={id}
        label={t.meaning}
        description={t.willKeep}
        error={meaning.trim() === '' ? problem : null}
        maxLength={300}
        value={meaning}
        onChange={(event) => {
          setMeaning(event.currentTarget.value);
          begin();
        }}
      />
      {isTeam ? (
        <PasswordField
          id={`${id}-password`}
          label={t.password}
          hint={t.passwordHint}
          use="current-password"
          value={password}
          change={(typed) => {
            setPassword(typed);
            begin();
          }}
        />
      ) : null}
      <div>
        <Button type="submit" variant="filled" loading={isSaving}>
          {assessment.signing === 'stale' ? t.signAgain : t.sign}
        </Button>
      </div>
    </form>
  );
}

/**
 * What was there when somebody began to sign: what others write meanwhile is shown at once, but may not have been read. A
 * refusal shows what they changed, and from then on that has been read; a wrong password changes nothing of it.
 */
function useReadContent(shown: string) {
  const [read, setRead] = useState<string | null>(null);
  const [changed, setChanged] = useState<RiskAssessment['changes']>([]);
  const hash = read ?? shown;
  return {
    hash,
    changed,
    begin: () => setRead(hash),
    refused: (error: unknown) => {
      if (error instanceof Refusal && error.code === 'risk.content_changed') {
        const told = error.params as unknown as { hash: string; changed: RiskAssessment['changes'] };
        setRead(told.hash);
        setChanged(told.changed);
      }
      throw error;
    },
  };
}
