import { defineTexts } from '../../platform/text/define-texts.ts';
import type { Locale } from '../../platform/text/locale.ts';
import type { ProblemRole } from '../identity/contract.ts';
import type { Ask, AskKind } from './asks.ts';

interface Said {
  count: number;
  title: string;
  text: string;
  gate: string;
  outcome: string;
  role: string;
  isStale: boolean;
  isEnded: boolean;
}

/** What is asked, each as one sentence that says what to do. */
const askTexts = defineTexts(
  {
    asks: {
      objection: (p: Said) => `Answer the objection of the ${p.role} to what you put on the table at ${p.gate}.`,
      decide: (p: Said) => `Decide at ${p.gate}: nothing else stands in the way.`,
      sign: (p: Said) =>
        p.isEnded
          ? `Sign again as ${p.role} at ${p.gate}: the signature was given too long ago to count.`
          : p.isStale
            ? `Sign again as ${p.role} at ${p.gate}: the evidence has changed since.`
            : `Sign as ${p.role} at ${p.gate}, or say what you object to (on the table: ${p.outcome}).`,
      steering_accept: (p: Said) => `Accept the answer to the steering remark “${p.text}”, or ask for another.`,
      steering_answer: (p: Said) => `Answer the steering remark: “${p.text}”`,
      condition: (p: Said) => `Show by what this condition is met: ${p.text}`,
      review: () => 'Look again at what was deferred until now.',
      opportunity: (p: Said) =>
        `Describe the opportunity: ${p.count === 1 ? '1 question is' : `${p.count} questions are`} open.`,
      stakeholders_named: () => 'Name who has to do with this problem.',
      stakeholders_heard: (p: Said) =>
        `Hear ${p.count === 1 ? 'a stakeholder' : `${p.count} stakeholders`} who must be heard.`,
      stakeholders_questions: (p: Said) =>
        `Answer ${p.count === 1 ? 'a question' : `${p.count} questions`} of the stakeholders.`,
      requirements: () => 'Say what must be reached: an objective with a key result in figures.',
      requirements_dates: () => 'The date of a key result has passed: give it a new one, or remove the key result.',
      value: () => 'Complete the value model, so that the problem has a price.',
      translation: (p: Said) =>
        `Translate the problem into an ML problem: ${p.count === 1 ? '1 question is' : `${p.count} questions are`} open.`,
      data: () => 'List which data is needed.',
      alternatives: () => 'Weigh the alternatives to machine learning.',
      verdicts: () => 'Say of every key result whether machine learning can contribute.',
      checklist_begin: () => 'Begin the checklist.',
      checklist_item: (p: Said) => `Answer on the checklist: ${p.title}.`,
      checklist_items: (p: Said) =>
        p.count === 1
          ? `Answer on the checklist: ${p.title}.`
          : `Answer ${p.count} items of the checklist for the ${p.role}, or share them out.`,
      risk: (p: Said) => `Assess the risk: ${p.count === 1 ? '1 part is' : `${p.count} parts are`} open.`,
      risk_sign: () => 'Sign the risk assessment as it stands.',
      sufficiency: (p: Said) => `Have the data judged: ${p.count === 1 ? '1 point is' : `${p.count} points are`} open.`,
      findings_kept: () => 'Look at the data together, and keep what stands out as a finding.',
      findings: (p: Said) =>
        `Say what the findings in the data mean: ${p.count === 1 ? '1 finding waits' : `${p.count} findings wait`} for your answer.`,
      measured: () => 'Take over what was measured in the data, or say why not.',
      metrics: (p: Said) =>
        `Say which metric of the model answers ${p.count === 1 ? '1 key result' : `${p.count} key results`}.`,
      approaches: (p: Said) => `Weigh the approaches: ${p.count === 1 ? '1 point is' : `${p.count} points are`} open.`,
      framework: (p: Said) =>
        `Choose with what it is made: ${p.count === 1 ? '1 point is' : `${p.count} points are`} open.`,
      propose: (p: Said) => `Everything is there: put a decision at ${p.gate} on the table.`,
      unfilled: (p: Said) =>
        `Find a ${p.role}: ${p.count === 1 ? 'something waits' : `${p.count} things wait`} for that role, and nobody has it.`,
      role_waits: (p: Said) =>
        `${p.count === 1 ? 'Something waits' : `${p.count} things wait`} until your role as ${p.role} is confirmed: an expert, a sponsor or an administrator does that, and not you.`,
      confirm_role: (p: Said) =>
        `Confirm the role of ${p.role}, which somebody took themselves, or refuse it: ${p.count === 1 ? 'something waits' : `${p.count} things wait`} for it.`,
    } satisfies Record<AskKind, (p: Said) => string>,
    gates: {
      g0: 'gate G0 (the opportunity)',
      g1: 'gate G1 (machine learning or not)',
      g2: 'gate G2 (the data)',
      g3: 'gate G3 (the approach)',
    },
    outcomes: { go: 'go', conditional_go: 'go with conditions', no_go: 'no-go', defer: 'defer', reopen: 'reopen' },
    roles: {
      sme: 'subject matter expert',
      data_scientist: 'data scientist',
      data_engineer: 'data engineer',
      software_engineer: 'software engineer',
      analytics_architect: 'analytics architect',
      risk_manager: 'risk manager',
      sponsor: 'sponsor',
      validator: 'validator',
      stakeholder: 'stakeholder',
    } satisfies Record<ProblemRole, string>,
    erased: 'a text that was erased',
  },
  {
    asks: {
      objection: (p) => `Beantwoord het bezwaar van de ${p.role} tegen wat u bij ${p.gate} op tafel legde.`,
      decide: (p) => `Besluit bij ${p.gate}: verder staat er niets in de weg.`,
      sign: (p) =>
        p.isEnded
          ? `Onderteken opnieuw als ${p.role} bij ${p.gate}: de handtekening is te oud om nog te tellen.`
          : p.isStale
            ? `Onderteken opnieuw als ${p.role} bij ${p.gate}: het bewijs is sindsdien gewijzigd.`
            : `Onderteken als ${p.role} bij ${p.gate}, of zeg welk bezwaar u hebt (op tafel: ${p.outcome}).`,
      steering_accept: (p) =>
        `Aanvaard het antwoord op de sturende opmerking “${p.text}”, of vraag om een ander antwoord.`,
      steering_answer: (p) => `Beantwoord de sturende opmerking: “${p.text}”`,
      condition: (p) => `Laat zien waarmee aan deze voorwaarde is voldaan: ${p.text}`,
      review: () => 'Kijk opnieuw naar wat tot vandaag was uitgesteld.',
      opportunity: (p) => `Beschrijf de kans: er ${p.count === 1 ? 'staat 1 vraag' : `staan ${p.count} vragen`} open.`,
      stakeholders_named: () => 'Noem wie met dit probleem te maken heeft.',
      stakeholders_heard: (p) =>
        p.count === 1
          ? 'Spreek een belanghebbende die gehoord moet worden.'
          : `Spreek ${p.count} belanghebbenden die gehoord moeten worden.`,
      stakeholders_questions: (p) =>
        `Beantwoord ${p.count === 1 ? 'een vraag' : `${p.count} vragen`} van de belanghebbenden.`,
      requirements: () => 'Zeg wat er bereikt moet worden: een doel met een sleutelresultaat in cijfers.',
      requirements_dates: () =>
        'De datum van een sleutelresultaat is voorbij: geef het een nieuwe, of haal het sleutelresultaat weg.',
      value: () => 'Maak het waardemodel af, zodat het probleem een prijs heeft.',
      translation: (p) =>
        `Vertaal het probleem naar een ML-probleem: er ${p.count === 1 ? 'staat 1 vraag' : `staan ${p.count} vragen`} open.`,
      data: () => 'Noem welke gegevens nodig zijn.',
      alternatives: () => 'Weeg de alternatieven voor machine learning.',
      verdicts: () => 'Zeg van elk sleutelresultaat of machine learning eraan kan bijdragen.',
      checklist_begin: () => 'Begin aan de checklist.',
      checklist_item: (p) => `Beantwoord op de checklist: ${p.title}.`,
      checklist_items: (p) =>
        p.count === 1
          ? `Beantwoord op de checklist: ${p.title}.`
          : `Beantwoord ${p.count} punten van de checklist voor de ${p.role}, of verdeel ze.`,
      risk: (p) => `Beoordeel het risico: er ${p.count === 1 ? 'staat 1 deel' : `staan ${p.count} delen`} open.`,
      risk_sign: () => 'Onderteken de risicobeoordeling zoals zij nu is.',
      sufficiency: (p) =>
        `Laat de gegevens beoordelen: er ${p.count === 1 ? 'staat 1 punt' : `staan ${p.count} punten`} open.`,
      findings_kept: () => 'Bekijk samen de gegevens, en bewaar wat opvalt als bevinding.',
      findings: (p) =>
        `Zeg wat de bevindingen in de gegevens betekenen: er ${p.count === 1 ? 'wacht 1 bevinding' : `wachten ${p.count} bevindingen`} op uw antwoord.`,
      measured: () => 'Neem over wat in de gegevens is gemeten, of zeg waarom niet.',
      metrics: (p) =>
        `Zeg welke maat van het model antwoord geeft op ${p.count === 1 ? '1 sleutelresultaat' : `${p.count} sleutelresultaten`}.`,
      approaches: (p) =>
        `Weeg de manieren van aanpak: er ${p.count === 1 ? 'staat 1 punt' : `staan ${p.count} punten`} open.`,
      framework: (p) =>
        `Kies waarmee het wordt gemaakt: er ${p.count === 1 ? 'staat 1 punt' : `staan ${p.count} punten`} open.`,
      propose: (p) => `Alles is er: leg een besluit bij ${p.gate} op tafel.`,
      unfilled: (p) =>
        `Zoek een ${p.role}: er ${p.count === 1 ? 'wacht iets' : `wachten ${p.count} dingen`} op die rol, en niemand heeft haar.`,
      role_waits: (p) =>
        `Er ${p.count === 1 ? 'wacht iets' : `wachten ${p.count} dingen`} tot uw rol als ${p.role} is bevestigd: dat doet een inhoudelijk deskundige, een opdrachtgever of een beheerder, en niet uzelf.`,
      confirm_role: (p) =>
        `Bevestig de rol ${p.role}, die iemand zelf heeft genomen, of wijs die af: er ${p.count === 1 ? 'wacht iets' : `wachten ${p.count} dingen`} op.`,
    },
    gates: {
      g0: 'poort G0 (de kans)',
      g1: 'poort G1 (machine learning of niet)',
      g2: 'poort G2 (de gegevens)',
      g3: 'poort G3 (de aanpak)',
    },
    outcomes: { go: 'go', conditional_go: 'go met voorwaarden', no_go: 'no-go', defer: 'uitstel', reopen: 'heropenen' },
    roles: {
      sme: 'inhoudelijk deskundige',
      data_scientist: 'data scientist',
      data_engineer: 'data engineer',
      software_engineer: 'software engineer',
      analytics_architect: 'analytics-architect',
      risk_manager: 'risicomanager',
      sponsor: 'opdrachtgever',
      validator: 'validator',
      stakeholder: 'belanghebbende',
    },
    erased: 'een tekst die is gewist',
  },
);

const unsaid = {
  count: 1,
  title: { en: '', nl: '' },
  gate: '',
  outcome: '',
  isStale: false,
  isEnded: false,
};

/** What is asked, in words. */
export function sayAsk({ kind, params, asked }: Pick<Ask, 'kind' | 'params' | 'asked'>, locale: Locale): string {
  const t = askTexts[locale];
  const { count, title, gate, outcome, isStale, isEnded } = { ...unsaid, ...params };
  const role = params.role ?? asked[0] ?? '';
  const named = (names: Readonly<Record<string, string>>, key: string) => names[key] ?? key;
  return t.asks[kind]({
    count,
    title: title[locale].replace(/[.?!]$/, ''),
    text: params.text === '' ? t.erased : (params.text ?? ''),
    gate: named(t.gates, gate),
    outcome: named(t.outcomes, outcome),
    role: named(t.roles, role),
    isStale,
    isEnded,
  });
}
