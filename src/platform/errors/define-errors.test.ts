import { expect, test } from 'vitest';
import { AppError } from './app-error.ts';
import { defineErrors } from './define-errors.ts';

const errors = defineErrors('model', {
  notFound: {
    status: 404,
    en: (p: { id: string }) => `There is no model ${p.id}.`,
    nl: (p) => `Er is geen model ${p.id}.`,
  },
  alreadyReleased: { status: 409, en: () => 'It is released.', nl: () => 'Het is uitgebracht.' },
});

test('house an error has a code, a status, its parameters and a text in each language', () => {
  const error = errors.notFound({ id: 'm1' });
  expect(error).toBeInstanceOf(AppError);
  expect(error).toMatchObject({ code: 'model.not_found', status: 404, params: { id: 'm1' } });
  expect(error.text('en')).toBe('There is no model m1.');
  expect(error.text('nl')).toBe('Er is geen model m1.');
  expect(error.message).toBe('There is no model m1.');
});

test('house an error without parameters needs none', () => {
  expect(errors.alreadyReleased()).toMatchObject({ code: 'model.already_released', status: 409 });
});

test('house every error is in the table', () => {
  expect(errors.table.map(({ code, status }) => [code, status])).toEqual([
    ['model.not_found', 404],
    ['model.already_released', 409],
  ]);
});
