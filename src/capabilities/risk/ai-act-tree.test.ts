import fc from 'fast-check';
import { expect, test } from 'vitest';
import { datesFor } from './ai-act-dates.ts';
import { aiActTree, aiActLeaves, classOfLeaf } from './ai-act-tree.ts';
import { annexIII } from './annex-iii.ts';
import { putAnswer } from './answers.ts';
import { forbiddenPractices } from './article-5.ts';
import { classify } from './classify.ts';
import type { Answers } from './tree-shape.ts';
import { findQuestion } from './walk-tree.ts';

type Way = readonly (readonly [question: string, choice: string])[];

/** Every way through the tree, from the first question to a leaf. */
function* everyWay(from: string, before: Way = []): Generator<Way> {
  for (const { id, to } of findQuestion(aiActTree, from)?.choices ?? []) {
    const way = [...before, [from, id] as const];
    if ('leaf' in to) yield way;
    else yield* everyWay(to.question, way);
  }
}

const ways = [...everyWay('system')];
const answersOf = (way: Way): Answers =>
  Object.fromEntries(way.map(([question, choice]) => [question, { choice, reason: 'Because.' }]));

/** The class as the law reads, written here apart from the tree: Art. 3(1), 5, 6(1), 6(2), 6(3), 50. */
function lawOf(answers: Answers): string {
  const chose = (question: string) => answers[question]?.choice;
  if (chose('system') === 'no') return 'minimal';
  if (chose('practice') !== 'none') return 'prohibited';
  if (chose('product') !== 'no') return 'high';
  const isInAnnexIII = chose('area') !== 'none';
  const isExempt = chose('profiling') === 'no' && chose('exemption') !== 'none';
  if (isInAnnexIII && !isExempt) return 'high';
  return chose('transparency') === 'none' ? 'minimal' : 'limited';
}

test('RM1 every way through the tree ends in the class of the law', () => {
  const practices = forbiddenPractices.length;
  const uses = annexIII.flatMap(({ items }) => items).length;
  // none is an AI system; a practice; a product; a use that profiles, is not exempt, or is exempt in four ways; no use.
  expect(ways).toHaveLength(1 + practices + 2 + uses * (1 + 1 + 4 * 5) + 5);
  for (const way of ways) {
    const answers = answersOf(way);
    expect([way, classify(answers).class]).toEqual([way, lawOf(answers)]);
  }
  expect(new Set(ways.map((way) => classify(answersOf(way)).leaf))).toEqual(new Set(aiActLeaves));
});

test('RM1 there is no class while a question on the way is open, whatever was answered after it', () => {
  for (const way of ways) {
    for (let open = 0; open < way.length; open += 1) {
      const walked = classify(answersOf(way.toSpliced(open, 1)));
      expect(walked).toMatchObject({ class: 'unassessed', leaf: null, openQuestion: way[open]?.[0] });
    }
  }
  expect(classify({}).class).toBe('unassessed');
});

test('RM1 the class does not depend on the order in which the answers were given', () => {
  const order = fc.constantFrom(...ways).chain((way) => fc.shuffledSubarray([...way], { minLength: way.length }));
  fc.assert(
    fc.property(order, (given) => {
      let answers: Answers = {};
      for (const [question, choice] of given)
        answers = putAnswer(answers, { question, choice, reason: 'Because.' }, aiActTree.questions);
      expect(classify(answers)).toEqual(classify(answersOf(given)));
      expect(classify(answers).class).toBe(lawOf(answers));
    }),
    { seed: 1, numRuns: 300 },
  );
});

test('RM1 answers that lead nowhere any more bear on nothing', () => {
  const answer = fc.record({ choice: fc.string(), reason: fc.string() });
  const stray = fc.dictionary(fc.constantFrom('profiling', 'exemption', 'nonsense'), answer);
  const way = answersOf([
    ['system', 'yes'],
    ['practice', 'none'],
    ['product', 'no'],
    ['area', 'none'],
    ['transparency', 'none'],
  ]);
  fc.assert(
    fc.property(stray, (others) => {
      expect(classify({ ...others, ...way })).toEqual(classify(way));
    }),
    { seed: 1 },
  );
});

test('RM1 an exemption counts only with its reasons, and never for profiling', () => {
  const way: Way = [
    ['system', 'yes'],
    ['practice', 'none'],
    ['product', 'no'],
    ['area', '4a'],
    ['profiling', 'no'],
    ['exemption', 'narrow_task'],
    ['transparency', 'none'],
  ];
  const answers = answersOf(way);
  expect(classify(answers).class).toBe('minimal');
  const undocumented = { ...answers, exemption: { choice: 'narrow_task', reason: ' ' } };
  expect(classify(undocumented)).toMatchObject({ class: 'unassessed', openQuestion: 'exemption' });
  expect(classify({ ...answers, profiling: { choice: 'yes', reason: '' } }).class).toBe('high');
  expect(() =>
    putAnswer({}, { question: 'exemption', choice: 'narrow_task', reason: '' }, aiActTree.questions),
  ).toThrow('reasons');
});

test('RM1 the law is data: each question and each date has its place, its source and its day', () => {
  const days = /^\d{4}-\d{2}-\d{2}$/;
  expect(aiActTree.asOf).toMatch(days);
  for (const { article, text, choices } of aiActTree.questions) {
    expect(article).toMatch(/Art\. \d/);
    for (const said of [text, ...choices.map((choice) => choice.text)]) expect(said.nl).not.toBe('');
  }
  for (const way of ways) {
    const { leaf, path } = classify(answersOf(way));
    if (leaf === null) throw new Error('a whole way has a leaf');
    const dates = datesFor(leaf, path);
    expect(dates.every(({ from, asOf, source }) => days.test(from) && days.test(asOf) && source.nl !== '')).toBe(true);
    if (classOfLeaf[leaf] !== 'minimal') expect(dates.length).toBeGreaterThan(0);
  }
  const fromOf = (leaf: Parameters<typeof datesFor>[0], choice = 'x') =>
    datesFor(leaf, [{ question: 'q', choice, reason: '' }]).map(({ article, from }) => `${article} ${from}`);
  expect(fromOf('annex_iii')).toEqual(['Art. 4 2025-02-02', 'Art. 6(2), Annex III 2027-12-02']);
  expect(fromOf('safety_component')).toEqual(['Art. 4 2025-02-02', 'Art. 6(1), Annex I 2028-08-02']);
  expect(fromOf('forbidden_practice')).toEqual(['Art. 5 2025-02-02']);
  expect(fromOf('forbidden_practice', 'intimate_imagery')).toEqual(['Art. 5 2026-12-02']);
  expect(fromOf('transparency', 'generates')).toEqual([
    'Art. 4 2025-02-02',
    'Art. 50 2026-08-02',
    'Art. 50(2) 2026-12-02',
  ]);
});
