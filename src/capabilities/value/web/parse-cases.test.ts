import { expect, test } from 'vitest';
import { parseCases } from './parse-cases.ts';

const names = {
  truths: [
    ['positive', 'Acting was needed', '1'],
    ['negative', 'It was not needed', '0'],
  ],
  decisions: [
    ['act', 'Acted', '1'],
    ['leave', 'Left alone', '0'],
  ],
};
const rows = [
  { truth: 'positive', decision: 'act', count: 700 },
  { truth: 'positive', decision: 'leave', count: 1300 },
  { truth: 'negative', decision: 'act', count: 2800 },
  { truth: 'negative', decision: 'leave', count: 45_200 },
];

test.each([
  [
    'a matrix of a spreadsheet',
    '\tActed\tLeft alone\r\nActing was needed\t700\t1,300\r\nIt was not needed\t2800\t45.200\r\n',
  ],
  [
    'a list with a heading',
    'truth\tdecision\tcount\npositive\tact\t700\npositive\tleave\t1300\nnegative\tact\t2800\nnegative\tleave\t45 200',
  ],
  ['a list of ones and zeros, with semicolons', '1;1;700\n1;0;1300\n0;1;2800\n0;0;45200'],
  [
    'quoted cells with commas',
    '"positive","act",700\n"positive","leave",1300\n"negative","act",2800\n"negative","leave",45200',
  ],
])('PF11 %s is read as a table of cases', (_what, text) => {
  expect(parseCases(text, names)).toEqual({ rows });
});

test.each([
  ['maybe\tact\t5', 'maybe act 5'],
  ['positive\tact\tmany', 'positive act many'],
  ['\tActed\tLeft alone\nActing was needed\t1\t-2', '-2'],
  ['\tActed\nSometimes\t1', 'Sometimes'],
  ['', ''],
])('PF11 what is not understood is named: %j', (text, notUnderstood) => {
  expect(parseCases(text, names)).toEqual({ notUnderstood });
});
