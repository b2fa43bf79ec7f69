import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestPeil, type TestPeil } from '../../../test/kit/app.ts';
import { checkedIn, inBoth } from '../endpoint/field-words.ts';

let peil: TestPeil;
beforeAll(async () => {
  peil = await openTestPeil();
});
afterAll(() => peil.close());

const begin = async (payload: object, language?: string) => {
  const headers = language === undefined ? {} : { 'accept-language': language };
  const answer = await peil.app.inject({ method: 'POST', url: '/api/problems', payload, headers });
  const { code, message, params } = answer.json().error;
  return { status: answer.statusCode, code, message, problems: params.problems };
};

test.each([
  [{ title: ' ' }, 'title: This may not be empty', 'title: Dit mag niet leeg zijn'],
  [
    { title: 'x'.repeat(400) },
    expect.stringMatching(/^title: This text is 400 characters long/),
    expect.stringMatching(/^title: Deze tekst is 400 tekens lang/),
  ],
  // What no schema says in words of its own.
  [
    { title: 7 },
    'title: Invalid input: expected string, received number',
    'title: Ongeldige invoer: verwacht string, ontving getal',
  ],
])('house what is wrong with a field is said in the language of who asks: %j', async (payload, english, dutch) => {
  const refused = { status: 400, code: 'request.malformed' };
  expect(await begin(payload)).toMatchObject({ ...refused, problems: [english] });
  const inDutch = await begin(payload, 'nl');
  expect(inDutch).toMatchObject({ ...refused, problems: [dutch] });
  expect(inDutch.message).toMatch(/^De inhoud van dit verzoek klopt niet: title: /);
  // One request leaves nothing behind for the next.
  expect(await begin(payload, 'en')).toMatchObject({ problems: [english] });
});

test('house requests in two languages at the same time are each answered in their own', async () => {
  const languages = Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? 'nl' : 'en'));
  const answers = await Promise.all(languages.map((language) => begin({ title: '' }, language)));
  expect(answers.map(({ problems }) => problems[0])).toEqual(
    languages.map((language) => (language === 'nl' ? 'title: Dit mag niet leeg zijn' : 'title: This may not be empty')),
  );
});

test('house a check that breaks leaves its language behind', () => {
  const sentence = inBoth('Empty', 'Leeg');
  expect(() =>
    checkedIn('nl', () => {
      throw new Error(sentence());
    }),
  ).toThrow('Leeg');
  expect(sentence()).toBe('Empty');
});
