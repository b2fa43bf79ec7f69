import { defineTexts } from '../../../platform/text/define-texts.ts';

/** The questions of the opportunity. None of them asks for a solution. */
export const opportunityTexts = defineTexts(
  {
    progress: (p: { done: number; of: number }) => `${p.done} of ${p.of} questions are answered.`,
    complete: 'Every question is answered.',
    next: 'Answer the next question',
    notAnswered: 'Not answered yet',
    optional: 'may stay empty',
    edit: 'Change',
    answer: 'Answer',
    changed: (p: { ago: string }) => `Last changed ${p.ago}.`,
    position: (p: { at: number; of: number }) => `Question ${p.at} of ${p.of}`,
    forward: 'Next question',
    finish: 'Back to the overview',
    back: 'Previous question',
    overview: 'Overview',
    questions: {
      currentSituation: {
        label: 'What happens now?',
        hint: 'As precisely as you can: what one would see standing beside it.',
        name: 'What happens now',
      },
      affected: {
        label: 'Who is affected, and how?',
        hint: 'Customers, colleagues, suppliers: who notices it, and what does it do to them?',
        name: 'Who is affected',
      },
      frequency: {
        label: 'How often does it happen?',
        hint: 'Per day, per year, in how many of the cases. A rough number is better than “often”.',
        name: 'How often',
      },
      cost: {
        label: 'What does it cost now?',
        hint: 'In money, time, trust. Say which part is measured and which is an estimate.',
        name: 'What it costs',
      },
      currentDecision: {
        label: 'How is it decided today?',
        hint: 'Who decides, when, on which grounds or by which rule, and how often is that right?',
        name: 'How it is decided today',
      },
      evidence: {
        label: 'What shows that it is so?',
        hint: 'Figures, reports, cases, links. What would convince somebody who does not believe it?',
        name: 'Evidence',
      },
      context: {
        label: 'What else must one know?',
        hint: 'What stakeholders said, what was tried before, what is about to change. This one may stay empty.',
        name: 'Context',
      },
    },
  },
  {
    progress: (p) => `${p.done} van de ${p.of} vragen zijn beantwoord.`,
    complete: 'Alle vragen zijn beantwoord.',
    next: 'De volgende vraag beantwoorden',
    notAnswered: 'Nog niet beantwoord',
    optional: 'mag leeg blijven',
    edit: 'Wijzigen',
    answer: 'Beantwoorden',
    changed: (p) => `Laatst gewijzigd: ${p.ago}.`,
    position: (p) => `Vraag ${p.at} van ${p.of}`,
    forward: 'Volgende vraag',
    finish: 'Terug naar het overzicht',
    back: 'Vorige vraag',
    overview: 'Overzicht',
    questions: {
      currentSituation: {
        label: 'Wat gebeurt er nu?',
        hint: 'Zo precies als u kunt: wat iemand zou zien die ernaast staat.',
        name: 'Wat er nu gebeurt',
      },
      affected: {
        label: 'Wie heeft ermee te maken, en hoe?',
        hint: 'Klanten, collega’s, leveranciers: wie merkt het, en wat doet het met hen?',
        name: 'Wie ermee te maken heeft',
      },
      frequency: {
        label: 'Hoe vaak gebeurt het?',
        hint: 'Per dag, per jaar, in hoeveel van de gevallen. Een ruw getal is beter dan “vaak”.',
        name: 'Hoe vaak',
      },
      cost: {
        label: 'Wat kost het nu?',
        hint: 'In geld, tijd, vertrouwen. Zeg welk deel gemeten is en welk deel geschat.',
        name: 'Wat het kost',
      },
      currentDecision: {
        label: 'Hoe wordt het vandaag beslist?',
        hint: 'Wie beslist, wanneer, op welke gronden of volgens welke regel, en hoe vaak klopt dat?',
        name: 'Hoe het vandaag wordt beslist',
      },
      evidence: {
        label: 'Waaruit blijkt het?',
        hint: 'Cijfers, rapporten, gevallen, links. Wat zou iemand overtuigen die het niet gelooft?',
        name: 'Bewijs',
      },
      context: {
        label: 'Wat moet men nog meer weten?',
        hint: 'Wat belanghebbenden zeiden, wat eerder is geprobeerd, wat er gaat veranderen. Dit mag leeg blijven.',
        name: 'Omstandigheden',
      },
    },
  },
);
