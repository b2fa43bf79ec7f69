import { defineTexts } from '../../../platform/text/define-texts.ts';

/** Where everything is set: one name and one sentence for each place. */
export const settingsTexts = defineTexts(
  {
    title: 'Settings',
    lead: 'What is yours, and what holds for the whole organisation.',
    navigation: 'Settings',
    groups: { you: 'You', organisation: 'The organisation', record: 'Other systems and the record' },
    account: { name: 'Your account', about: 'Your name, language, colours, password and open sessions.' },
    tokens: { name: 'Tokens for programs', about: 'With these a program acts in your name.' },
    notifications: { name: 'Notifications', about: 'What you must know of, and when it comes by e-mail.' },
    people: { name: 'People', about: 'Who takes part here: invite, correct, let go.' },
    installation: { name: 'This installation', about: 'For you alone or for a team, and how people sign in.' },
    policies: { name: 'Gate policies', about: 'Who signs at a gate, what must be whole, and what may be waived.' },
    appetite: {
      name: 'Risk appetite',
      about: 'How much a problem may put at risk a year, where it says nothing itself.',
    },
    checklists: { name: 'Checklist', about: 'What each role is asked before a gate, in versions.' },
    templates: { name: 'Templates of problems', about: 'What a new problem can begin with.' },
    frameworks: {
      name: 'Catalogue of frameworks',
      about: 'What models are made and run with: dated facts, corrected and added to by your own architects.',
    },
    webhooks: { name: 'Webhooks', about: 'Addresses of other systems that are told of what happens here.' },
    audit: { name: 'Audit trail', about: 'Everything that was done, by whom and when.' },
    api: { name: 'API', about: 'Every address of Peil, to try out and to build on.' },
  },
  {
    title: 'Instellingen',
    lead: 'Wat van u is, en wat voor de hele organisatie geldt.',
    navigation: 'Instellingen',
    groups: { you: 'U', organisation: 'De organisatie', record: 'Andere systemen en het spoor' },
    account: { name: 'Uw account', about: 'Uw naam, taal, kleuren, wachtwoord en open sessies.' },
    tokens: { name: 'Sleutels voor programma’s', about: 'Daarmee handelt een programma in uw naam.' },
    notifications: { name: 'Meldingen', about: 'Wat u moet weten, en wanneer het per e-mail komt.' },
    people: { name: 'Mensen', about: 'Wie er meedoen: uitnodigen, verbeteren, afscheid nemen.' },
    installation: { name: 'Deze installatie', about: 'Voor u alleen of voor een team, en hoe mensen zich aanmelden.' },
    policies: {
      name: 'Beleid voor de poorten',
      about: 'Wie bij een poort tekent, wat compleet moet zijn, en waarvan mag worden afgezien.',
    },
    appetite: {
      name: 'Risico',
      about: 'Hoeveel een probleem per jaar op het spel mag zetten, waar het zelf niets zegt.',
    },
    checklists: { name: 'Checklist', about: 'Wat elke rol voor een poort wordt gevraagd, in versies.' },
    templates: { name: 'Sjablonen van problemen', about: 'Waarmee een nieuw probleem kan beginnen.' },
    frameworks: {
      name: 'Catalogus van frameworks',
      about:
        'Waarmee modellen worden gemaakt en gedraaid: feiten met een datum, verbeterd en aangevuld door uw architecten.',
    },
    webhooks: { name: 'Webhooks', about: 'Adressen van andere systemen die horen wat hier gebeurt.' },
    audit: { name: 'Controlespoor', about: 'Alles wat er is gedaan, door wie en wanneer.' },
    api: { name: 'API', about: 'Elk adres van Peil, om te proberen en op te bouwen.' },
  },
);
