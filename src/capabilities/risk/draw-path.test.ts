import { expect, test } from 'vitest';
import { aiActTree } from './ai-act-tree.ts';
import { classify } from './classify.ts';
import { showTreeQuestions } from './show-questions.ts';
import { drawPath } from './web/draw-path.ts';

function drawn(way: readonly string[]) {
  const answers = Object.fromEntries(
    way.map((step) => {
      const [question = '', choice = ''] = step.split('=');
      return [question, { choice, reason: 'Because.' }];
    }),
  );
  const walk = classify(answers);
  const questions = showTreeQuestions({ tree: aiActTree, answers, walk }, 'en');
  const path = walk.path.map((step) => ({ ...step, questionText: '', choiceText: '', article: '' }));
  return { walk, picture: drawPath({ questions, path, openQuestion: walk.openQuestion, leaf: walk.leaf }) };
}

test.each([
  [['system=no'], 'system'],
  [['system=yes', 'practice=social_scoring'], 'practice'],
  [['system=yes', 'practice=none', 'product=section_a'], 'product'],
  [['system=yes', 'practice=none', 'product=no', 'area=4a', 'profiling=yes'], 'profiling'],
  [['system=yes', 'practice=none', 'product=no', 'area=4a', 'profiling=no', 'exemption=none'], 'exemption'],
  [['system=yes', 'practice=none', 'product=no', 'area=none', 'transparency=talks'], 'transparency'],
])('RM1 the picture ends at the branch of the class: %j', (way, branch) => {
  const { walk, picture } = drawn(way);
  const taken = picture.questions.filter(({ isBranchTaken }) => isBranchTaken);
  expect(taken.map(({ id, leaf }) => [id, leaf])).toEqual([[branch, walk.class]]);
  expect(picture.end.isTaken).toBe(false);
  const at = picture.questions.findIndex(({ id }) => id === branch);
  expect(picture.questions.map(({ goesOn }) => goesOn)).toEqual(picture.questions.map((_, index) => index < at));
});

test('RM1 the picture goes down the trunk to minimal, and past what was not asked', () => {
  const { picture } = drawn(['system=yes', 'practice=none', 'product=no', 'area=none', 'transparency=none']);
  expect(picture.end).toEqual({ leaf: 'minimal', isTaken: true });
  expect(picture.questions.every(({ goesOn }) => goesOn)).toBe(true);
  expect(picture.questions.filter(({ state }) => state === 'aside').map(({ id }) => id)).toEqual([
    'profiling',
    'exemption',
  ]);
});

test('RM1 before anything is answered only the first question is open', () => {
  const { picture } = drawn([]);
  expect(picture.questions.map(({ state }) => state)).toEqual(['open', ...Array(6).fill('aside')]);
  expect(picture.questions.some(({ goesOn, isBranchTaken }) => goesOn || isBranchTaken)).toBe(false);
});
