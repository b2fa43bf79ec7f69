import { expect, test } from 'vitest';
import { checkPerson } from './check-person.ts';
import { identityTexts } from './texts.ts';

test('PF2 a form about a person names every problem, in the order of its fields', () => {
  const problems = checkPerson({ name: ' ', email: 'sanne', newPassword: 'short' }, identityTexts.en);
  expect(problems).toEqual([
    { field: 'name', message: 'Enter the name.' },
    { field: 'email', message: '“sanne” is no e-mail address. Write it like name@example.org.' },
    { field: 'password', message: 'The password has 5 characters; it needs at least 12.' },
  ]);
});

test('PF2 what is right passes, and what a form does not ask is not checked', () => {
  expect(
    checkPerson({ name: 'Sanne', email: ' sanne@peil.example ', newPassword: 'a sentence of mine' }, identityTexts.nl),
  ).toEqual([]);
  expect(checkPerson({ email: 'sanne@peil.example', password: '' }, identityTexts.nl)).toEqual([
    { field: 'password', message: 'Vul het wachtwoord in.' },
  ]);
  expect(checkPerson({}, identityTexts.en)).toEqual([]);
});

test('PF2 what is too long is said with its length', () => {
  const [name, password] = checkPerson({ name: 'n'.repeat(121), newPassword: 'p'.repeat(201) }, identityTexts.en);
  expect(name?.message).toContain('121');
  expect(password?.message).toContain('201');
});
