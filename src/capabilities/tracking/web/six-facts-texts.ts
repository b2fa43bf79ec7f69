import { defineTexts } from '../../../platform/text/define-texts.ts';

/** The six facts on the page of a run. */
export const sixFactsTexts = defineTexts(
  {
    title: 'What it is made of',
    whole: 'All six facts are there: anybody can tell what it was, and make it again.',
    kept: 'It is kept and compared as ever.',
    mayBe: 'Nothing stands in the way of promoting it: a gate may decide on it.',
    mayNot: (p: { reasons: string }) => `It cannot be promoted yet: ${p.reasons}.`,
    reasons: {
      inInbox: 'it belongs to no problem',
      deleted: 'it was deleted',
      facts: (p: { count: number }) =>
        p.count === 1 ? 'one of the six facts is not there' : `${p.count} of the six facts are not there`,
    },
    facts: {
      time: 'Time',
      result: 'Result',
      model: 'Model',
      hyperparameters: 'Hyperparameters',
      data: 'Version of the data',
      code: 'Version of the code',
    },
    isGiven: 'There',
    isLacking: 'Lacks',
    clean: 'nothing changed since',
    andMore: (p: { count: number }) => `and ${p.count} more`,
    belonging: 'Variants and naming rules of this problem',
    how: 'Give it the next time, from Python:',
  },
  {
    title: 'Waaruit hij bestaat',
    whole: 'Alle zes feiten zijn er: iedereen kan zien wat het was, en het opnieuw maken.',
    kept: 'Hij wordt gewoon bewaard en vergeleken.',
    mayBe: 'Niets staat een promotie in de weg: een poort kan erover beslissen.',
    mayNot: (p) => `Hij kan nog niet gepromoveerd worden: ${p.reasons}.`,
    reasons: {
      inInbox: 'hij hoort bij geen probleem',
      deleted: 'hij is verwijderd',
      facts: (p) => (p.count === 1 ? 'een van de zes feiten ontbreekt' : `${p.count} van de zes feiten ontbreken`),
    },
    facts: {
      time: 'Tijd',
      result: 'Resultaat',
      model: 'Model',
      hyperparameters: 'Hyperparameters',
      data: 'Versie van de gegevens',
      code: 'Versie van de code',
    },
    isGiven: 'Is er',
    isLacking: 'Ontbreekt',
    clean: 'niets veranderd sindsdien',
    andMore: (p) => `en nog ${p.count}`,
    belonging: 'Varianten en naamregels van dit probleem',
    how: 'Geef het de volgende keer, vanuit Python:',
  },
);
