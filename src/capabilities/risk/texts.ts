import { defineTexts } from '../../platform/text/define-texts.ts';

interface Sum {
  remains: string;
  appetite: string;
}

/** What the server itself says of an assessment. */
export const riskTexts = defineTexts(
  {
    class: {
      unassessed: (p: { question: string }) => `There is no class yet: “${p.question}” is still open.`,
      outside: 'This is no AI system, so the AI Act asks nothing: it counts as minimal.',
      forbidden_practice: (p: { why: string }) =>
        `Prohibited: the AI Act forbids this practice (${p.why}). There is no go.`,
      safety_component: (p: { why: string }) =>
        `High risk: part of the safety of a product, or such a product (${p.why}).`,
      annex_iii_profiling: (p: { why: string }) =>
        `High risk: ${p.why}. It profiles people, so no exemption is possible.`,
      annex_iii: (p: { why: string }) => `High risk: ${p.why}. No exemption applies.`,
      transparency: (p: { why: string }) => `Limited: people must be told that it is AI (${p.why}).`,
      none_of_all: 'Minimal: none of the duties for high risk or transparency applies.',
    },
    dpia: {
      open: (p: { question: string }) => `Not known yet: “${p.question}” is still open.`,
      no_personal_data: 'Not needed: no personal data are processed.',
      always: (p: { list: string }) => `Needed: the law always asks one in this case (${p.list}).`,
      criteria: (p: { count: number }) => `Needed: ${p.count} of the nine criteria hold, and two are enough.`,
      one_criterion: 'Not needed: one of the nine criteria holds, and two are the rule.',
      no_criterion: 'Not needed: none of the nine criteria holds.',
    },
    standing: {
      within: (p: Sum) => `What remains is ${p.remains} a year: within the ${p.appetite} a year that may be at risk.`,
      above: (p: Sum) => `What remains is ${p.remains} a year: more than the ${p.appetite} a year that may be at risk.`,
      accepted: (p: { remains: string; by: string }) => `What remains is ${p.remains} a year, and ${p.by} accepts it.`,
      no_appetite: (p: { remains: string }) =>
        `What remains is ${p.remains} a year. Nobody has said yet how much may be at risk.`,
      incomplete: 'What remains is not known yet: a risk has no likelihood or impact.',
      empty: 'No risk was written down yet.',
      none_seen: 'No risk to the company is seen.',
    },
    gate: {
      'risk.classified':
        'Answer the questions on the AI Act, say which role you have, and let somebody confirm the class by name.',
      'risk.dpia':
        'Answer the questions on data protection; where an assessment is needed, write the advice of the data protection officer.',
      'risk.register':
        'Write down at least one risk to the company with its likelihood and impact, or why none is seen.',
      'risk.signed': 'Let a risk manager sign the assessment as it stands.',
      'risk.accepted': 'Decide on every risk; what remains must be within the appetite, or accepted by name.',
    },
    signing: {
      unsigned: 'Nobody has signed this assessment yet.',
      fresh: (p: { by: string; on: string }) => `Signed by ${p.by} on ${p.on}; nothing has changed since.`,
      stale: (p: { by: string; on: string; changes: number }) =>
        `Signed by ${p.by} on ${p.on}, and changed since in ${p.changes === 1 ? '1 place' : `${p.changes} places`}. Sign it again.`,
    },
    somebody: 'somebody',
    places: {
      aiAct: 'AI Act',
      dpia: 'Data protection',
      appetite: 'Appetite',
      risks: 'Risk',
      regulator: 'What a regulator asks',
      totals: 'All risks together',
    },
    fields: {
      class: 'class',
      path: 'answer',
      role: 'role',
      confirmation: 'who confirmed',
      verdict: 'verdict',
      answers: 'answer',
      remark: 'remark',
      dpoAdvice: 'advice of the officer',
      currency: 'currency',
      amount: 'what may be at risk a year',
      from: 'whose appetite',
      noneSeen: 'why no risk is seen',
      acceptedBy: 'who accepts',
      acceptedBecause: 'why it is accepted',
      what: 'what may happen',
      cause: 'cause',
      affected: 'who is hit',
      likelihood: 'likelihood',
      impact: 'impact',
      control: 'what is done',
      residualLikelihood: 'likelihood after that',
      residualImpact: 'impact after that',
      decision: 'decision',
      decisionReason: 'why decided so',
      owner: 'owner',
      before: 'expected loss a year before the control',
      after: 'expected loss a year after the control',
      order: 'order',
    },
  },
  {
    class: {
      unassessed: (p) => `Er is nog geen klasse: “${p.question}” staat nog open.`,
      outside: 'Dit is geen AI-systeem, dus de AI-verordening vraagt niets: het telt als minimaal.',
      forbidden_practice: (p) => `Verboden: de AI-verordening verbiedt deze praktijk (${p.why}). Een go is er niet.`,
      safety_component: (p) => `Hoog risico: deel van de veiligheid van een product, of zo’n product (${p.why}).`,
      annex_iii_profiling: (p) => `Hoog risico: ${p.why}. Het profileert mensen, dus een uitzondering kan niet.`,
      annex_iii: (p) => `Hoog risico: ${p.why}. Er geldt geen uitzondering.`,
      transparency: (p) => `Beperkt: mensen moeten weten dat het AI is (${p.why}).`,
      none_of_all: 'Minimaal: geen van de plichten voor hoog risico of transparantie geldt.',
    },
    dpia: {
      open: (p) => `Nog niet bekend: “${p.question}” staat nog open.`,
      no_personal_data: 'Niet nodig: er worden geen persoonsgegevens verwerkt.',
      always: (p) => `Nodig: de wet vraagt er in dit geval altijd een (${p.list}).`,
      criteria: (p) => `Nodig: ${p.count} van de negen criteria gelden, en twee zijn genoeg.`,
      one_criterion: 'Niet nodig: een van de negen criteria geldt, en twee is de regel.',
      no_criterion: 'Niet nodig: geen van de negen criteria geldt.',
    },
    standing: {
      within: (p) =>
        `Er blijft ${p.remains} per jaar over: binnen de ${p.appetite} per jaar die op het spel mag staan.`,
      above: (p) =>
        `Er blijft ${p.remains} per jaar over: meer dan de ${p.appetite} per jaar die op het spel mag staan.`,
      accepted: (p) => `Er blijft ${p.remains} per jaar over, en ${p.by} aanvaardt dat.`,
      no_appetite: (p) =>
        `Er blijft ${p.remains} per jaar over. Niemand heeft nog gezegd hoeveel er op het spel mag staan.`,
      incomplete: 'Wat er overblijft is nog niet bekend: een risico heeft geen kans of gevolg.',
      empty: 'Er is nog geen risico opgeschreven.',
      none_seen: 'Er wordt geen risico voor de organisatie gezien.',
    },
    gate: {
      'risk.classified':
        'Beantwoord de vragen over de AI-verordening, zeg welke rol u hebt, en laat iemand de klasse bij naam bevestigen.',
      'risk.dpia':
        'Beantwoord de vragen over gegevensbescherming; is een beoordeling nodig, schrijf dan het advies van de functionaris op.',
      'risk.register':
        'Schrijf minstens één risico voor de organisatie op met kans en gevolg, of waarom er geen wordt gezien.',
      'risk.signed': 'Laat een risicomanager de beoordeling ondertekenen zoals zij nu is.',
      'risk.accepted': 'Besluit over elk risico; wat overblijft moet passen binnen wat mag, of bij naam zijn aanvaard.',
    },
    signing: {
      unsigned: 'Niemand heeft deze beoordeling nog ondertekend.',
      fresh: (p) => `Ondertekend door ${p.by} op ${p.on}; sindsdien is er niets gewijzigd.`,
      stale: (p) =>
        `Ondertekend door ${p.by} op ${p.on}, en sindsdien gewijzigd op ${p.changes === 1 ? '1 plaats' : `${p.changes} plaatsen`}. Onderteken opnieuw.`,
    },
    somebody: 'iemand',
    places: {
      aiAct: 'AI-verordening',
      dpia: 'Gegevensbescherming',
      appetite: 'Wat op het spel mag staan',
      risks: 'Risico',
      regulator: 'Wat een toezichthouder vraagt',
      totals: 'Alle risico’s samen',
    },
    fields: {
      class: 'klasse',
      path: 'antwoord',
      role: 'rol',
      confirmation: 'wie bevestigde',
      verdict: 'oordeel',
      answers: 'antwoord',
      remark: 'opmerking',
      dpoAdvice: 'advies van de functionaris',
      currency: 'munt',
      amount: 'wat per jaar op het spel mag staan',
      from: 'van wie die grens is',
      noneSeen: 'waarom er geen risico wordt gezien',
      acceptedBy: 'wie aanvaardt',
      acceptedBecause: 'waarom het wordt aanvaard',
      what: 'wat er kan gebeuren',
      cause: 'oorzaak',
      affected: 'wie het raakt',
      likelihood: 'kans',
      impact: 'gevolg',
      control: 'wat er wordt gedaan',
      residualLikelihood: 'kans daarna',
      residualImpact: 'gevolg daarna',
      decision: 'besluit',
      decisionReason: 'waarom zo besloten',
      owner: 'eigenaar',
      before: 'verwacht verlies per jaar vóór de maatregel',
      after: 'verwacht verlies per jaar na de maatregel',
      order: 'volgorde',
    },
  },
);

/** The texts of the evidence, for the capability that owns the gate. */
export const riskGateTexts = { en: riskTexts.en.gate, nl: riskTexts.nl.gate };
