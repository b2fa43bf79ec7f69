import { expect, test } from 'vitest';
import { placeOnePager } from './import-one-pager.ts';
import { readOnePager } from './read-one-pager.ts';
import type { OpportunityTexts } from './opportunity-contract.ts';

const placed = (markdown: string) =>
  Object.fromEntries(readOnePager(markdown).parts.map(({ field, text }) => [field, text]));

test('PF1 English and Dutch headings find the same questions', () => {
  const en = [
    '# Late flights',
    '## 1. What happens now?\na',
    '## Who is affected\nb',
    '## How often\nc',
    '## What it costs\nd',
    '## How it is decided today\ne',
    '## Evidence\nf',
    '## What stakeholders said\ng',
  ].join('\n');
  const nl = [
    '# Vertraagde vluchten',
    '## Wat er nu gebeurt\na',
    '## Wie ermee te maken heeft\nb',
    '## Hoe vaak\nc',
    '## Wat het kost\nd',
    '## Hoe het vandaag wordt beslist\ne',
    '## Waaruit blijkt het?\nf',
    '## Omstandigheden\ng',
  ].join('\r\n');
  const expected = {
    currentSituation: 'a',
    affected: 'b',
    frequency: 'c',
    cost: 'd',
    currentDecision: 'e',
    evidence: 'f',
    context: 'g',
  };
  expect([placed(en), placed(nl)]).toEqual([expected, expected]);
  expect(readOnePager(nl)).toMatchObject({ title: 'Vertraagde vluchten', unplaced: [] });
});

test('PF1 headings may be underlined or bold; what is below a heading stays with it', () => {
  const markdown = [
    'Problem',
    '=======',
    'Crews wait.',
    '',
    '**Frequency:**',
    'Daily',
    '',
    '## Cost',
    'Ten.',
    '### Overtime',
    'Two of them.',
    '```',
    '# no heading',
    '```',
  ].join('\n');
  expect(placed(markdown)).toEqual({
    currentSituation: 'Crews wait.',
    frequency: 'Daily',
    cost: 'Ten.\n\nOvertime\nTwo of them.\n```\n# no heading\n```',
  });
});

test('PF1 two parts of one question come together; a solution is never placed as one', () => {
  const { parts, unplaced } = readOnePager('## Users\na\n## Customers\nb\n## Cost of our solution\nc\n### Details\nd');
  expect(parts).toEqual([{ field: 'affected', headings: ['Users', 'Customers'], text: 'a\n\nb' }]);
  expect(unplaced).toEqual([{ heading: 'Cost of our solution', text: 'c\n\nDetails\nd' }]);
});

test('PF1 a text without headings is kept, all of it', () => {
  expect(readOnePager('  just words\n\nand more ')).toEqual({
    title: null,
    parts: [],
    unplaced: [{ heading: null, text: 'just words\n\nand more' }],
  });
});

test('PF1 no word of a one-pager is lost, whatever it looks like', () => {
  const pieces = [
    '# A',
    '## Cost',
    'w1',
    '**Bold**',
    'w2',
    '---',
    'w3',
    '```',
    '#### Who',
    'w4',
    '',
    'Setext',
    '===',
    '- w5',
    '| w6 |',
  ];
  for (let seed = 1; seed < 300; seed += 1) {
    const order = pieces
      .map((piece, index) => ({ piece, at: Math.sin(seed * (index + 1)) }))
      .sort((a, b) => a.at - b.at);
    const markdown = order.map(({ piece }) => piece).join('\n');
    const { title, parts, unplaced } = readOnePager(markdown);
    const kept = JSON.stringify([title, parts, unplaced]);
    for (const word of ['w1', 'w2', 'w3', 'w4', 'w5', 'w6']) expect(kept, markdown).toContain(word);
  }
});

test('PF1 nothing that is there is replaced without being asked', () => {
  const current = { cost: 'mine', context: '' } as OpportunityTexts;
  const read = {
    parts: [{ field: 'cost' as const, headings: [], text: 'theirs' }],
    unplaced: [{ heading: 'X', text: 'y' }],
  };
  expect(placeOnePager(read, { current, replace: [] })).toEqual({ context: 'X\ny' });
  expect(placeOnePager(read, { current, replace: ['cost'] })).toEqual({ cost: 'theirs', context: 'X\ny' });
});
