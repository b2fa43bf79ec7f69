import { defineTexts } from '../../platform/text/define-texts.ts';
import type { RegulatorRow } from './regulator-contract.ts';

/** The rows of the overview that belong to this phase, as questions. */
export const regulatorTexts = defineTexts(
  {
    rows: {
      identity: 'What is it called, who answers for it, in which role under the AI Act, and how far is it?',
      purpose: 'What is it for, who will use it, whom does it affect, and what must it not be used for?',
      objectives: 'What must be reached, measured how, and what is it worth?',
      alternatives: 'Which alternatives were considered, and why machine learning?',
      decision: 'What was decided, by whom, when, and on which conditions?',
      riskClass: 'Which class of the AI Act is it, and why?',
      appetite: 'How much risk does the organisation take?',
      risks: 'What can go wrong, how likely and how bad, what is done, what remains, and who accepts that?',
      errorCosts: 'What does each kind of error cost?',
      thresholds: 'How good must it be, set before it was built?',
      personalData: 'Which personal data, on which ground, for how long, and why no less?',
      dataNeeds: 'Which data are needed, from where, how complete and how fresh?',
      limitations: 'What will it not be able to do, and what could go wrong unintended?',
      oversight: 'Who watches over it, with which means to step in, and trained how?',
      waivers: 'Which exceptions were made, and by whom?',
      eventLog: 'What is logged, kept how long, and how is it proved to be whole?',
      review: 'When is this looked at again, and what is the way back?',
      dpia: 'Is an assessment of data protection needed, and of fundamental rights?',
    } satisfies Record<RegulatorRow, string>,
    eventLog:
      'Every change leaves an event with who, when and what, chained by hash and attested by signed checkpoints outside the database; it is kept as long as the installation.',
    role: { provider: 'Role: provider.', deployer: 'Role: deployer.', both: 'Role: provider and deployer.' },
    noPersonalData: (p: { reason: string }) => `No personal data are processed. ${p.reason}`,
    risksWritten: (p: { count: number }) =>
      p.count === 1 ? '1 risk is written down.' : `${p.count} risks are written down.`,
    noneSeen: (p: { why: string }) => `No risk is seen. ${p.why}`,
    appetiteOf: {
      problem: (p: { amount: string }) => `For this problem: ${p.amount} a year.`,
      organisation: (p: { amount: string }) => `The default of the organisation: ${p.amount} a year.`,
    },
    complete: (p: { answered: number; all: number }) =>
      `${p.answered} of the ${p.all} things that a regulator would ask in this phase are answered.`,
  },
  {
    rows: {
      identity: 'Hoe heet het, wie staat ervoor in, in welke rol onder de AI-verordening, en hoe ver is het?',
      purpose: 'Waarvoor is het, wie gaat het gebruiken, wie raakt het, en waarvoor mag het niet worden gebruikt?',
      objectives: 'Wat moet er bereikt worden, hoe gemeten, en wat is het waard?',
      alternatives: 'Welke alternatieven zijn overwogen, en waarom machine learning?',
      decision: 'Wat is er besloten, door wie, wanneer, en onder welke voorwaarden?',
      riskClass: 'Welke klasse van de AI-verordening is het, en waarom?',
      appetite: 'Hoeveel risico neemt de organisatie?',
      risks:
        'Wat kan er misgaan, hoe waarschijnlijk en hoe erg, wat wordt eraan gedaan, wat blijft over, en wie aanvaardt dat?',
      errorCosts: 'Wat kost elke soort fout?',
      thresholds: 'Hoe goed moet het zijn, vastgesteld voordat het werd gebouwd?',
      personalData: 'Welke persoonsgegevens, op welke grondslag, hoe lang, en waarom niet minder?',
      dataNeeds: 'Welke gegevens zijn nodig, waarvandaan, hoe volledig en hoe vers?',
      limitations: 'Wat zal het niet kunnen, en wat kan er onbedoeld misgaan?',
      oversight: 'Wie houdt toezicht, met welke middelen om in te grijpen, en hoe opgeleid?',
      waivers: 'Welke uitzonderingen zijn gemaakt, en door wie?',
      eventLog: 'Wat wordt vastgelegd, hoe lang bewaard, en hoe wordt bewezen dat het volledig is?',
      review: 'Wanneer wordt dit opnieuw bekeken, en wat is de weg terug?',
      dpia: 'Is een beoordeling van gegevensbescherming nodig, en van grondrechten?',
    },
    eventLog:
      'Elke wijziging laat een gebeurtenis na met wie, wanneer en wat, met hashes geketend en bevestigd door ondertekende ijkpunten buiten de database; die blijft zo lang als de installatie.',
    role: {
      provider: 'Rol: aanbieder.',
      deployer: 'Rol: gebruiksverantwoordelijke.',
      both: 'Rol: aanbieder en gebruiksverantwoordelijke.',
    },
    noPersonalData: (p) => `Er worden geen persoonsgegevens verwerkt. ${p.reason}`,
    risksWritten: (p) => (p.count === 1 ? 'Er is 1 risico opgeschreven.' : `Er zijn ${p.count} risico’s opgeschreven.`),
    noneSeen: (p) => `Er wordt geen risico gezien. ${p.why}`,
    appetiteOf: {
      problem: (p) => `Voor dit probleem: ${p.amount} per jaar.`,
      organisation: (p) => `De norm van de organisatie: ${p.amount} per jaar.`,
    },
    complete: (p) =>
      `Van de ${p.all} dingen die een toezichthouder in deze fase zou vragen, zijn er ${p.answered} beantwoord.`,
  },
);

/** Who asks it: places in law and standards. */
export const askedBy: Readonly<Record<RegulatorRow, string>> = {
  identity: 'AI Act Annex IV(1)(a), VIII; ISO/IEC 42001 A.3.2',
  purpose: 'AI Act Annex IV(1)(a), Art. 13; NIST MAP 1.1, 3.3; ISO/IEC 42001 A.9.4',
  objectives: 'NIST MAP 1.3, 1.4, 3.1',
  alternatives: 'NIST MANAGE 2.1; GDPR 35(7)(b)',
  decision: 'NIST MANAGE 1.1; EDPB; AI Act Art. 17',
  riskClass: 'AI Act Art. 5, 6, 50',
  appetite: 'NIST MAP 1.5',
  risks: 'AI Act Art. 9, Annex IV(5); NIST MAP 5.1, MANAGE 1.3-1.4; GDPR 35(7)(c)',
  errorCosts: 'NIST MAP 3.2',
  thresholds: 'AI Act Art. 9(8)',
  personalData: 'GDPR 5, 6, 9',
  dataNeeds: 'AI Act Art. 10(2); ISO/IEC 42001 A.7',
  limitations: 'AI Act Annex IV(3); NIST MAP 2.2',
  oversight: 'AI Act Art. 14, 26(2); NIST MAP 3.5',
  waivers: 'SR 26-2',
  eventLog: 'AI Act Art. 12, 18, 19; ISO/IEC 42001 A.6.2.8',
  review: 'NIST GOVERN 1.7, MANAGE 2.4',
  dpia: 'GDPR 35; AI Act Art. 27',
};
