import { defineTexts } from '../../platform/text/define-texts.ts';

interface Who {
  who: string;
}

/** What a mail says: who did what, in one line for each; no text of anybody and no private title. */
export const mailTexts = defineTexts(
  {
    subjectOne: 'Peil: one thing for you',
    subject: (p: { count: number }) => `Peil: ${p.count} things for you`,
    greeting: (p: { name: string }) => `Dear ${p.name},`,
    intro: 'This happened in Peil:',
    privateProblem: 'A private problem',
    more: (p: { count: number }) => `And ${p.count} more.`,
    open: (p: { address: string }) => `Read it in Peil: ${p.address}`,
    openWithout: 'Open Peil to read it.',
    stop: 'You choose in Peil, under Notifications, whether and when you get this mail.',
    system: 'Peil',
    somebody: 'Somebody',
    kinds: {
      mentioned: (p: Who) => `${p.who} mentioned you`,
      commented: (p: Who) => `${p.who} said something in a conversation that you take part in`,
      steering_waits: (p: Who) => `${p.who} made a steering remark that waits for an answer`,
      steering_answered: (p: Who) => `${p.who} answered a steering remark; an expert must accept the answer`,
      steering_closed: (p: Who) => `${p.who} accepted the answer to a steering remark`,
      role_given: (p: Who) => `${p.who} gave you a role`,
      role_waits: (p: Who) => `${p.who} took a role that counts once somebody else has confirmed it`,
      role_confirmed: (p: Who) => `${p.who} confirmed your role: it counts now`,
      role_refused: (p: Who) => `${p.who} refused a role that you had taken`,
      role_delegated: (p: Who) => `${p.who} lets you sign on their behalf`,
      item_assigned: (p: Who) => `${p.who} gave you an item of the checklist`,
      gate_proposed: (p: Who) => `${p.who} proposed a decision that you are asked to sign`,
      decision_recorded: (p: Who) => `${p.who} recorded a decision`,
      condition_soon: () => 'The date of a condition of a go is less than a week away',
      condition_due: () => 'A condition of a go must be met today',
      condition_overdue: () => 'The date of a condition of a go is past, and it is still open',
    },
    test: {
      subject: 'Peil: this mail arrived',
      text: 'You asked Peil to send this, to see whether its mail arrives. It does.',
    },
  },
  {
    subjectOne: 'Peil: één bericht voor u',
    subject: (p) => `Peil: ${p.count} berichten voor u`,
    greeting: (p) => `Beste ${p.name},`,
    intro: 'Dit gebeurde er in Peil:',
    privateProblem: 'Een besloten probleem',
    more: (p) => `En nog ${p.count}.`,
    open: (p) => `Lees het in Peil: ${p.address}`,
    openWithout: 'Open Peil om het te lezen.',
    stop: 'In Peil kiest u onder Meldingen of en wanneer u deze mail krijgt.',
    system: 'Peil',
    somebody: 'Iemand',
    kinds: {
      mentioned: (p) => `${p.who} noemde u`,
      commented: (p) => `${p.who} zei iets in een gesprek waaraan u deelneemt`,
      steering_waits: (p) => `${p.who} maakte een sturende opmerking die op antwoord wacht`,
      steering_answered: (p) => `${p.who} beantwoordde een sturende opmerking; een expert moet het antwoord aanvaarden`,
      steering_closed: (p) => `${p.who} aanvaardde het antwoord op een sturende opmerking`,
      role_given: (p) => `${p.who} gaf u een rol`,
      role_waits: (p) => `${p.who} nam een rol die telt zodra iemand anders haar heeft bevestigd`,
      role_confirmed: (p) => `${p.who} bevestigde uw rol: die telt nu`,
      role_refused: (p) => `${p.who} weigerde een rol die u had genomen`,
      role_delegated: (p) => `${p.who} laat u namens zich tekenen`,
      item_assigned: (p) => `${p.who} gaf u een punt van de checklist`,
      gate_proposed: (p) => `${p.who} stelde een besluit voor dat u wordt gevraagd te ondertekenen`,
      decision_recorded: (p) => `${p.who} legde een besluit vast`,
      condition_soon: () => 'Een voorwaarde bij een go moet binnen een week zijn vervuld',
      condition_due: () => 'Een voorwaarde bij een go moet vandaag zijn vervuld',
      condition_overdue: () => 'De datum van een voorwaarde bij een go is voorbij, en zij staat nog open',
    },
    test: {
      subject: 'Peil: deze mail is aangekomen',
      text: 'U vroeg Peil dit te sturen, om te zien of zijn mail aankomt. Dat is zo.',
    },
  },
);
