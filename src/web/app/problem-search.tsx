import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { listProblems } from '../../capabilities/formulation/contract.ts';
import { Icon } from '../kit/icons.tsx';
import { useShortcut } from '../kit/keys/shortcuts.ts';
import { useTexts } from '../kit/language/use-texts.ts';
import { useAnswer } from '../kit/query/use-answer.ts';
import { kitTexts } from '../kit/texts.ts';
import { shellTexts } from './texts.ts';

/** Finds a problem by a word from it; `/` goes there. */
export function ProblemSearch() {
  const t = useTexts(shellTexts);
  const keys = useTexts(kitTexts).shortcuts;
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed.trim(), 150);
  const input = useRef<HTMLInputElement>(null);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const navigate = useNavigate();
  const found = useAnswer(listProblems, { query: { text, limit: 8 } }, { enabled: text !== '' });
  useShortcut({ keys: '/', does: keys.search, run: () => input.current?.focus() });
  const go = (problemId: string) => {
    setTyped('');
    combobox.closeDropdown();
    void navigate({ to: '/problems/$problemId/{-$station}', params: { problemId } });
    // Also where that problem was open already, so that no page comes that takes the focus.
    document.querySelector<HTMLElement>('#content')?.focus({ preventScroll: true });
  };
  return (
    <search className="bar__search">
      <Combobox store={combobox} onOptionSubmit={go}>
        <Combobox.Target>
          <TextInput
            ref={input}
            value={typed}
            aria-label={t.search}
            placeholder={t.search}
            leftSection={<Icon name="search" />}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              combobox.openDropdown();
              combobox.updateSelectedOptionIndex();
            }}
            onBlur={() => combobox.closeDropdown()}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={text === ''}>
          <Combobox.Options aria-label={t.search}>
            {found.data?.problems.map(({ id, title }) => (
              <Combobox.Option key={id} value={id}>
                {title}
              </Combobox.Option>
            ))}
            {found.data?.problems.length === 0 ? <Combobox.Empty>{t.nothingFound({ text })}</Combobox.Empty> : null}
            {found.isPending && text !== '' ? <Combobox.Empty>{t.searching}</Combobox.Empty> : null}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
    </search>
  );
}
