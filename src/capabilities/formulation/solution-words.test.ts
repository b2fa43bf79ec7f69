import { expect, test } from 'vitest';
import { findSolutionWords } from './solution-words.ts';

test.each<[string, string[]]>([
  ['We want an AI model that predicts delays', ['AI', 'model']],
  ['Machine learning or a Machine Learning algorithm', ['Machine learning', 'algorithm']],
  ['A neural network and a chatbot', ['neural network', 'chatbot']],
  ['Neural networks, deep-learning, LLMs, ChatGPT', ['Neural networks', 'deep-learning', 'LLMs', 'ChatGPT']],
  ['We willen een algoritme dat voorspelt', ['algoritme']],
  ['Een voorspelmodel met kunstmatige intelligentie', ['voorspelmodel', 'kunstmatige intelligentie']],
  ['Neurale netwerken en modellen', ['Neurale netwerken', 'modellen']],
  ['An AI-model', ['AI', 'model']],
])('PF1 %s: a solution word is noticed', (text, words) => {
  expect(findSolutionWords(text)).toEqual(words);
});

test.each([
  'Our business model depends on on-time flights',
  'Het businessmodel en het verdienmodel staan onder druk',
  'Zij is een rolmodel, of een role model',
  'The model year of the car is 2019; model number unknown',
  'Ai, dat ging mis: 500 ml te weinig',
  'Merk en model van het toestel',
  'Crews are planned by hand; the remodelled hall; Aid to families; HTML pages',
  '',
])('PF1 %s: an ordinary text raises no hint', (text) => {
  expect(findSolutionWords(text)).toEqual([]);
});
