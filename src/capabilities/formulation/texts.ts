import { defineTexts } from '../../platform/text/define-texts.ts';

/** What the server itself says about a problem: questions that are still open, and a friendly hint. */
export const formulationTexts = defineTexts(
  {
    stillEmpty: 'This is still empty.',
    solutionHint: (p: { words: string }) =>
      `You name a solution here (${p.words}). That comes later: tell what happens now, whatever may solve it.`,
    gate: {
      'opportunity.currentSituation': 'Tell what happens now.',
      'opportunity.affected': 'Tell who is affected.',
      'opportunity.frequency': 'Tell how often it happens.',
      'opportunity.cost': 'Tell what it costs now.',
      'opportunity.currentDecision': 'Tell how it is decided today.',
      'opportunity.evidence': 'Show the evidence.',
      'opportunity.accepted': 'Have the opportunity accepted: that is gate G0.',
      'requirements.objective': 'Set at least one objective.',
      'requirements.keyResult':
        'Give one objective a key result with unit, baseline, target, date and source of measurement.',
      'requirements.dates': 'Move the dates of key results that have passed.',
      'value.model':
        'Complete the value model, so that there is a verdict: what each outcome is worth, how often it occurs, what a project costs.',
      'decision.conditions': 'Meet the conditions of the earlier gate that hold this one back.',
      'conditions.met': 'Meet the conditions of an earlier gate that hold this one back.',
    },
  },
  {
    stillEmpty: 'Dit is nog leeg.',
    solutionHint: (p) =>
      `U noemt hier een oplossing (${p.words}). Die komt later: vertel wat er nu gebeurt, los van wat het oplost.`,
    gate: {
      'opportunity.currentSituation': 'Vertel wat er nu gebeurt.',
      'opportunity.affected': 'Vertel wie er last van heeft.',
      'opportunity.frequency': 'Vertel hoe vaak het voorkomt.',
      'opportunity.cost': 'Vertel wat het nu kost.',
      'opportunity.currentDecision': 'Vertel hoe er nu over wordt beslist.',
      'opportunity.evidence': 'Laat zien waaruit het blijkt.',
      'opportunity.accepted': 'Laat de kans aanvaarden: dat is poort G0.',
      'requirements.objective': 'Stel minstens één doel.',
      'requirements.keyResult':
        'Geef een doel een sleutelresultaat met eenheid, uitgangswaarde, streefwaarde, datum en meetbron.',
      'requirements.dates': 'Verzet de datum van sleutelresultaten waarvan de datum voorbij is.',
      'value.model':
        'Maak het waardemodel af, zodat er een oordeel is: wat elke uitkomst waard is, hoe vaak die voorkomt, wat een project kost.',
      'decision.conditions': 'Vervul de voorwaarden van de eerdere poort die deze tegenhouden.',
      'conditions.met': 'Vervul de voorwaarden van een eerdere poort die deze tegenhouden.',
    },
  },
);
