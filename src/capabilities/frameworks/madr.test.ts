import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMadr } from './read-madr.ts';
import type { RecordContent } from './record-contract.ts';
import { type Madr, writeMadr } from './write-madr.ts';

const content: RecordContent = {
  title: 'Trees on the phone by ONNX Runtime',
  context: 'Crews work where there is no connection.\n\n# This is no heading\n\\# nor this',
  drivers: ['Answer within 100 ms', 'Data stays on the phone'],
  because: 'it answers within 20 ms | and we know it.\nIt was measured on the oldest phone.',
  consequences: { good: ['Works in the cellar'], neutral: [], bad: ['An update is a new app'] },
  confirmation: 'p95 on the oldest phone, each release.',
  revisit: 'In a year, or when LiteRT runs trees.',
  requirements: [
    { id: 'KR-1', text: 'Unforeseen stops: 1200' },
    { id: 'a "quoted": id', text: '' },
  ],
  outcome: 'chosen',
  reviewDate: null,
  chosen: ['Own trees, "small"'],
  options: [
    { name: 'Own trees, "small"', good: ['Quick'], neutral: ['Tried once'], bad: [] },
    { name: 'Vision service', good: [], neutral: [], bad: ['Falls: needs a connection.'] },
    { name: 'Nothing said of it', good: [], neutral: [], bad: [] },
  ],
  knockOuts: [{ option: 'Vision service', reason: 'Vision service falls: Google Cloud Vision needs a connection.' }],
  scores: [{ option: 'Own | trees \\', score: '79', interval: '79 - 79', rank: '1', topsis: '0.9' }],
  weights: [{ criterion: 'Answer time', weight: '50 %' }],
  facts: [
    { entry: 'ONNX Runtime', status: 'current', endOfSupport: '', asOf: '2026-11-29', source: 'https://x.example' },
  ],
  costs: [{ route: 'Built by ourselves', total: 'EUR 145620.00' }],
  more: '',
};
const madr: Madr = {
  status: 'accepted',
  date: '2026-12-01',
  decisionMakers: ['Ari de Wit', 'O’Neil, "Bo"'],
  consulted: ['Dana'],
  informed: [],
  content,
};

test('PF9 a record goes out as MADR 4 and comes back whole', () => {
  const { status: _status, ...expected } = madr;
  const text = writeMadr(madr);
  expect(readMadr(text)).toEqual(expected);
  expect(text.slice(0, 150)).toContain('---\nstatus: accepted\ndate: 2026-12-01\ndecision-makers: ["Ari de Wit",');
  for (const heading of [
    '# Trees on the phone by ONNX Runtime',
    '## Context and Problem Statement',
    '## Decision Drivers',
    '## Considered Options',
    '## Decision Outcome',
    '### Consequences',
    '### Confirmation',
    '## Pros and Cons of the Options',
    '## More Information',
    '### When to Revisit',
    '### Catalogue Facts',
  ])
    expect(text).toContain(`\n${heading}\n`);
  expect(text).toContain('Chosen option: "Own trees, \\"small\\"", because it answers');
});

test('PF13 a shortlist and an open end come back with their day', () => {
  const back = (changes: Partial<RecordContent>) =>
    readMadr(writeMadr({ ...madr, content: { ...content, ...changes } })).content;
  const open = { outcome: 'open' as const, reviewDate: '2027-03-01', chosen: [] };
  expect(back(open)).toEqual({ ...content, ...open });
  const few = { outcome: 'shortlist' as const, reviewDate: null, chosen: ['A', 'B, or C'] };
  expect(back(few)).toEqual({ ...content, ...few });
  const dated = { ...few, reviewDate: '2027-03-01' };
  expect(back(dated)).toEqual({ ...content, ...dated });
});

test('PF9 whatever people write comes back as they wrote it', () => {
  const line = fc
    .string({
      maxLength: 40,
      unit: fc.constantFrom('a', 'b', ' ', '#', '|', '\\', '"', '*', ':', '-', '[', ']', ',', '.', 'é'),
    })
    .map((text) => text.trim())
    .filter((text) => text !== '');
  const text = fc.array(fc.oneof(line, fc.constant('# x'), fc.constant('\\## y')), { maxLength: 4 });
  fc.assert(
    fc.property(line, text, fc.array(line, { maxLength: 3 }), (one, many, names) => {
      const changed: RecordContent = {
        ...content,
        context: many.join('\n').trim(),
        because: `x${many.join('\n')}`.trim(),
        drivers: names,
        chosen: [one],
        knockOuts: [{ option: one, reason: one }],
        scores: [{ option: one, score: one, interval: '', rank: '', topsis: one }],
      };
      expect(readMadr(writeMadr({ ...madr, content: changed })).content).toEqual(changed);
    }),
    { seed: 4, numRuns: 300 },
  );
});

test('PF9 a record by another hand is read as far as it says something', () => {
  const foreign = `---
status: accepted
date: 2025-05-01
decision-makers: Ari, Bo
---

# Use ONNX Runtime

## Context and Problem Statement

Phones without a connection.

## Considered Options

* ONNX Runtime
* LiteRT

## Decision Outcome

Chosen option: "ONNX Runtime", because we know it.

### Consequences

* Good, because it is small
* Bad, because it is one more thing

## Pros and Cons of the Options

### LiteRT

* Good, because it is known

## More Information

Seen again in spring.
`;
  expect(readMadr(foreign)).toMatchObject({
    date: '2025-05-01',
    decisionMakers: ['Ari', 'Bo'],
    content: {
      outcome: 'chosen',
      chosen: ['ONNX Runtime'],
      options: [
        { name: 'ONNX Runtime', good: [] },
        { name: 'LiteRT', good: ['it is known'] },
      ],
      more: 'Seen again in spring.',
      scores: [],
    },
  });
});

test.each([
  ['nothing', ''],
  ['no title', '## Decision Outcome\n\nChosen option: "x", because y'],
  ['no outcome', '# A title\n\n## Context and Problem Statement\n\nx'],
  ['an outcome in other words', '# A title\n\n## Decision Outcome\n\nWe took x.'],
  ['a head without end', '---\nstatus: accepted\n# A title'],
  ['no reason', '# A title\n\n## Decision Outcome\n\nChosen option: "x"'],
])('PF9 %s is refused with the line and what is missing', (_what, text) => {
  expect(() => readMadr(text)).toThrow(/MADR 4: .+ \(line \d+\)/);
});
