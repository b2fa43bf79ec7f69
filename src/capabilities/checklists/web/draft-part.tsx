import { Button } from '@mantine/core';
import { useState } from 'react';
import { Icon } from '../../../web/kit/icons.tsx';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { identityTexts } from '../../identity/web/index.tsx';
import {
  addTemplateItem,
  type ChecklistRole,
  checklistRoles,
  type Draft,
  type DraftItem,
  editTemplateItem,
} from '../contract.ts';
import { checklistTexts } from './checklist-texts.ts';
import { emptyTemplateItem, TemplateItemForm } from './template-item-form.tsx';
import { templateTexts } from './template-texts.ts';

/** The draft by role; each role opens in its place. */
export function DraftPart({ draft }: { draft: Draft }) {
  const t = useTexts(templateTexts);
  const { changes: count, basedOn: number } = draft;
  return (
    <section className="stack" aria-labelledby="draft-title">
      <h2 id="draft-title">{t.draft}</h2>
      <p>{count === 0 ? t.draftSame({ number }) : t.draftDiffers({ number, count })}</p>
      <div>
        {checklistRoles.map((role) => (
          <RoleOfDraft key={role} role={role} items={draft.items.filter((item) => item.role === role)} />
        ))}
      </div>
    </section>
  );
}

function RoleOfDraft({ role, items }: { role: ChecklistRole; items: readonly DraftItem[] }) {
  const t = useTexts(templateTexts);
  const { roles } = useTexts(identityTexts);
  const [isOpen, setOpen] = useState(false);
  const [isAdding, setAdding] = useState(false);
  const add = useAsk(addTemplateItem);
  const changed = items.filter(({ change }) => change !== 'none').length;
  const count = items.filter(({ isRetired }) => !isRetired).length;
  const opener = `add-${role}`;
  return (
    <section className="listing stack">
      <div className="row row--apart">
        <h3>
          <button
            type="button"
            className="button-plain template__role"
            aria-expanded={isOpen}
            aria-controls={`draft-${role}`}
            onClick={() => setOpen(!isOpen)}
          >
            {roles[role]} <Icon name={isOpen ? 'up' : 'down'} size={14} />
          </button>
        </h3>
        <span className="small quiet">
          {t.count({ count })}
          {changed > 0 ? <span className="change-mark"> · {t.draftDiffersShort({ count: changed })}</span> : null}
        </span>
      </div>
      <div id={`draft-${role}`} hidden={!isOpen}>
        {isOpen ? (
          <div className="stack">
            <ul className="plain-list">
              {items.map((item) => (
                <DraftItemRow key={item.key} item={item} />
              ))}
            </ul>
            {isAdding ? (
              <TemplateItemForm
                start={{ ...emptyTemplateItem, role }}
                opener={opener}
                save={(body) => add.mutateAsync({ body })}
                close={() => setAdding(false)}
              />
            ) : (
              <div>
                <Button id={opener} leftSection={<Icon name="plus" />} onClick={() => setAdding(true)}>
                  {t.add}
                </Button>
              </div>
            )}
          </div>
        ) : null}
      </div>
    </section>
  );
}

function DraftItemRow({ item }: { item: DraftItem }) {
  const t = useTexts(templateTexts);
  const { gates } = useTexts(checklistTexts);
  const locale = useLocale();
  const [isEditing, setEditing] = useState(false);
  const edit = useAsk(editTemplateItem);
  const params = { itemKey: item.key };
  const title = item.title[locale] || item.title.en || item.title.nl;
  const opener = `edit-${item.key}`;
  const lacking = (['en', 'nl'] as const).filter((each) => !item.title[each].trim() || !item.help[each].trim());
  if (isEditing) {
    return (
      <li className="listing">
        <TemplateItemForm
          start={item}
          opener={opener}
          version={item.version}
          save={(body, version) => edit.mutateAsync({ params, body, version })}
          close={() => setEditing(false)}
        />
      </li>
    );
  }
  return (
    <li className={`listing stack stack--tight${item.isRetired ? ' item--retired' : ''}`}>
      <p className="item__title">{title}</p>
      <p className="small quiet">{item.help[locale]}</p>
      <p className="item__facts">
        <span>{gates[item.gate]}</span>
        {item.change === 'none' ? null : <span className="change-mark">{t.changes[item.change]}</span>}
        {item.isRetired
          ? null
          : lacking.map((each) => (
              <span key={each} className="late">
                {t.oneLanguage({ language: t.languages[each] })}
              </span>
            ))}
      </p>
      <div className="row small">
        {item.isRetired ? null : (
          <button id={opener} type="button" className="button-plain link" onClick={() => setEditing(true)}>
            {t.edit}
            <span className="unseen"> {title}</span>
          </button>
        )}
        <Retire item={item} title={title} />
      </div>
    </li>
  );
}

function Retire({ item, title }: { item: DraftItem; title: string }) {
  const t = useTexts(templateTexts);
  const edit = useAsk(editTemplateItem);
  const params = { itemKey: item.key };
  const complain = (error: Error) => say(error.message);
  const put = (isRetired: boolean, version: number) => edit.mutateAsync({ params, body: { isRetired }, version });
  const retire = () =>
    void put(true, item.version).then(
      ({ version }) => say(t.retired, () => void put(false, version).catch(complain)),
      complain,
    );
  const bringBack = () => void put(false, item.version).catch(complain);
  return (
    <button type="button" className="button-plain link" onClick={item.isRetired ? bringBack : retire}>
      {item.isRetired ? t.bringBack : t.retire}
      <span className="unseen"> {title}</span>
    </button>
  );
}
