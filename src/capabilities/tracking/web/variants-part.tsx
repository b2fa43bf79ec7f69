import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { addVariant, editVariant, listVariants, type Variant } from '../contract.ts';
import { openerOf } from './variant-actions.tsx';
import { VariantForm } from './variant-form.tsx';
import { variantTexts } from './variant-texts.ts';
import { VariantsTable } from './variants-table.tsx';

const opener = 'declare-variant';

/** What is written: one that is declared, with the name it begins with, or one that is changed. */
type Writing = { variant: Variant } | { name: string } | null;

interface VariantsPartProps {
  problemId: string;
  mayLog: boolean;
}

/** The variants of the model of a problem, and what runs name that nobody has declared. */
export function VariantsPart({ problemId, mayLog }: VariantsPartProps) {
  const t = useTexts(variantTexts);
  const query = useAnswer(listVariants, { params: { problemId }, query: {} });
  const [writing, setWriting] = useState<Writing>(null);
  return (
    <section className="stack" aria-labelledby="model-variants">
      <h2 id="model-variants">{t.title}</h2>
      <p className="quiet">{t.lead}</p>
      <AwaitQuery query={query} lines={4}>
        {({ variants, undeclared, withoutVariant }) => (
          <>
            {variants.length === 0 ? (
              <p>{t.none}</p>
            ) : (
              <VariantsTable
                variants={variants}
                {...{ problemId, mayLog }}
                change={(variant) => setWriting({ variant })}
              />
            )}
            {undeclared.map(({ name, runs }) => (
              <p key={name} className="row">
                {t.undeclared({ name, runs })}
                {mayLog ? <Button onClick={() => setWriting({ name })}>{t.declare({ name })}</Button> : null}
              </p>
            ))}
            {variants.length + undeclared.length > 0 && withoutVariant > 0 ? (
              <p className="quiet">{t.without({ runs: withoutVariant })}</p>
            ) : null}
            {writing ? <Write {...{ problemId, writing }} all={variants} close={() => setWriting(null)} /> : null}
          </>
        )}
      </AwaitQuery>
      {mayLog && !writing ? (
        <div>
          <Button id={opener} onClick={() => setWriting({ name: '' })}>
            {t.add}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

interface WriteProps {
  problemId: string;
  writing: NonNullable<Writing>;
  all: readonly Variant[];
  close: () => void;
}

function Write({ problemId, writing, all, close }: WriteProps) {
  const add = useAsk(addVariant);
  const edit = useAsk(editVariant);
  const params = { problemId };
  if ('name' in writing)
    return (
      <VariantForm
        key={writing.name}
        variant={null}
        {...{ all, close, opener }}
        name={writing.name}
        save={(body) => add.mutateAsync({ params, body })}
      />
    );
  const { id: variantId } = writing.variant;
  return (
    <VariantForm
      key={variantId}
      variant={writing.variant}
      {...{ all, close }}
      opener={openerOf(variantId)}
      save={(body, version) => edit.mutateAsync({ params: { ...params, variantId }, body, version })}
    />
  );
}
