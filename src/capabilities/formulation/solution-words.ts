/**
 * Words that name a solution where a problem is described. They raise a friendly hint, never a refusal, so it is better
 * to miss one than to nag about a "business model".
 */
const anyCase = [
  'machine[ -]?learning',
  'deep[ -]?learning',
  'artificial intelligence',
  'kunstmatige intelligentie',
  'machinaal leren',
  'zelflerende?',
  'self[ -]learning',
  'neural net(?:work)?s?',
  'neura(?:al netwerk|le netwerken)',
  'algorithms?',
  'algoritmen?s?',
  'large language models?',
  'language models?',
  '(?:groot |grote )?taalmodel(?:len)?',
  'voorspel(?:lings)?model(?:len)?',
  'predictive models?',
  'prediction models?',
  'chat ?bots?',
  'chatgpt',
  'gpt',
  'llms?',
  'random forests?',
  'classifiers?',
];
/** In capitals only: "ai" is also a cry, and "ml" a volume. */
const capitals = ['AI', 'A\\.I\\.', 'ML', 'GenAI'];

/** What makes "model" an ordinary word: a business model, a role model, the model year. */
const ordinaryBefore = [
  'business',
  'operating',
  'operational',
  'role',
  'rol',
  'revenue',
  'pricing',
  'earning',
  'delivery',
  'service',
  'care',
  'car',
  'operationeel',
  'nieuwste',
  'make and',
  'merk en',
  'type en',
  'dit type en',
];
const ordinaryAfter = ['years?', 'numbers?', 'jaar', 'nummers?', 'contracts?', 'house', 'homes?', 'railways?'];

const modelWord = `(?<!(?:${ordinaryBefore.join('|')})[ -])models?(?![ -](?:${ordinaryAfter.join('|')})(?!\\p{L}))|modellen|modelling|modeling`;
const alone = (words: string) => `(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`;
const patterns = [
  new RegExp(alone(capitals.join('|')), 'gu'),
  new RegExp(alone([...anyCase, modelWord].join('|')), 'giu'),
];

/** The solution words of a text as they stand in it, each once, in the order of the text. */
export function findSolutionWords(text: string): string[] {
  const hits = patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({ at: match.index, word: match[0] })),
  );
  const words = new Map<string, string>();
  for (const { word } of hits.sort((a, b) => a.at - b.at)) {
    if (!words.has(word.toLowerCase())) words.set(word.toLowerCase(), word);
  }
  return [...words.values()];
}
