import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { Page } from '../../../web/kit/layout/page.tsx';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { Empty } from '../../../web/kit/states/empty.tsx';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { useMe } from '../../identity/web/index.tsx';
import { editTemplate, listTemplates, type ProblemTemplate, restoreTemplate, retireTemplate } from '../contract.ts';
import { sayTemplate } from './say-template.ts';
import { TemplateForm } from './template-form.tsx';
import { variantTexts } from './variant-texts.ts';

/** What a problem can begin with; everybody may read it, administrators keep it in order. */
export function TemplatesPage() {
  const t = useTexts(variantTexts).templates;
  const query = useAnswer(listTemplates, {});
  const isAdministrator = useMe()?.organisationRole === 'admin';
  return (
    <Page title={t.title} lead={t.lead}>
      <AwaitQuery query={query}>
        {({ templates }) =>
          templates.length === 0 ? (
            <Empty title={t.emptyTitle} body={t.emptyBody} />
          ) : (
            <ul className="plain-list">
              {templates.map((template) => (
                <TemplateRow key={template.id} {...{ template, isAdministrator }} />
              ))}
            </ul>
          )
        }
      </AwaitQuery>
      {isAdministrator ? null : <p className="small quiet">{t.whoMay}</p>}
    </Page>
  );
}

function TemplateRow({ template, isAdministrator }: { template: ProblemTemplate; isAdministrator: boolean }) {
  const texts = useTexts(variantTexts);
  const t = texts.templates;
  const formats = useFormats();
  const edit = useAsk(editTemplate);
  const [isEditing, setEditing] = useState(false);
  const { id, name, description, version, createdAt, retiredAt } = template;
  if (isEditing) {
    return (
      <li className="listing">
        <TemplateForm
          start={{ name, description }}
          version={version}
          button={texts.keep}
          save={async (body, read) => {
            await edit.mutateAsync({ params: { templateId: id }, body, version: read });
            say(t.changed);
          }}
          close={() => setEditing(false)}
        />
      </li>
    );
  }
  return (
    <li className="listing stack stack--tight">
      <h2>
        {name} {retiredAt === null ? null : <span className="small quiet">({t.retired})</span>}
      </h2>
      {description === '' ? null : <p className="prose">{description}</p>}
      <p className="quiet">
        {sayTemplate(template, { t: texts, formats })} {t.savedOn({ date: formats.date(createdAt) })}
      </p>
      <div className="row">
        {retiredAt === null ? (
          <Link to="/problems/new" search={{ template: id }}>
            {t.begin}
            <span className="unseen"> {name}</span>
          </Link>
        ) : null}
        {isAdministrator ? <Keeping template={template} edit={() => setEditing(true)} /> : null}
      </div>
    </li>
  );
}

function Keeping({ template: { id, name, retiredAt }, edit }: { template: ProblemTemplate; edit: () => void }) {
  const t = useTexts(variantTexts).templates;
  const retire = useAsk(retireTemplate);
  const restore = useAsk(restoreTemplate);
  const params = { templateId: id };
  const complain = (error: Error) => say(error.message);
  const bringBack = () => void restore.mutateAsync({ params }).catch(complain);
  const takeAway = () =>
    void retire.mutateAsync({ params }).then(() => say(t.wasRetired({ name }), bringBack), complain);
  return (
    <>
      {retiredAt === null ? (
        <Button variant="subtle" onClick={edit}>
          {t.edit}
          <span className="unseen"> {name}</span>
        </Button>
      ) : null}
      <Button variant="subtle" onClick={retiredAt === null ? takeAway : bringBack}>
        {retiredAt === null ? t.retire : t.restore}
        <span className="unseen"> {name}</span>
      </Button>
    </>
  );
}
