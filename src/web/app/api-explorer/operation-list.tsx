import { TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTexts } from '../../kit/language/use-texts.ts';
import { groupsOf, matches, type Operation } from './open-api.ts';
import { apiTexts } from './texts.ts';

interface OperationListProps {
  operations: readonly Operation[];
  chosen: string | undefined;
  open: (operation: Operation) => void;
}

/** The addresses by what they are about; typing narrows them down. */
export function OperationList({ operations, chosen, open }: OperationListProps) {
  const t = useTexts(apiTexts);
  const [text, setText] = useState('');
  const list = useChosenInView(chosen);
  const found = operations.filter((operation) => matches(operation, text.trim()));
  const openFirst = (event: FormEvent) => {
    event.preventDefault();
    const [first] = found;
    if (first) open(first);
  };
  return (
    <div className="explorer__list stack" ref={list}>
      <search>
        <form onSubmit={openFirst}>
          <TextInput
            type="search"
            label={t.find}
            description={t.findHint}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </form>
      </search>
      <output className="small quiet">
        {found.length === 0 ? t.none({ text: text.trim() }) : t.count({ count: found.length })}
      </output>
      <nav aria-label={t.list} className="stack">
        {[...groupsOf(found)].map(([group, inGroup]) => (
          <section key={group} aria-label={group}>
            <h2 className="explorer__group">{group}</h2>
            <ul className="plain-list">
              {inGroup.map((operation) => (
                <li key={operation.id}>
                  <OperationLink operation={operation} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </nav>
    </div>
  );
}

/** Brings the chosen address into view within the list; the page itself stays where it is. */
function useChosenInView(chosen: string | undefined) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen === undefined) return;
    const box = list.current?.getBoundingClientRect();
    const link = list.current?.querySelector('[aria-current]')?.getBoundingClientRect();
    if (!list.current || !box || !link || (link.top >= box.top && link.bottom <= box.bottom)) return;
    list.current.scrollTop += link.top - box.top - box.height / 3;
  }, [chosen]);
  return list;
}

/** The contract is written in English; a screen reader is told so. */
function OperationLink({ operation }: { operation: Operation }) {
  const { id, method, path, summary } = operation;
  return (
    <Link to="/api-explorer" search={{ operation: id }} className="explorer__link">
      <span className="explorer__method">{method}</span>
      <span className="explorer__address">
        <code>{path}</code>
        <span className="small quiet" lang="en">
          {summary}
        </span>
      </span>
    </Link>
  );
}
