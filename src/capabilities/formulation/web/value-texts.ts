import { defineTexts } from '../../../platform/text/define-texts.ts';

export const valueTexts = defineTexts(
  {
    intro:
      'What each outcome is worth and how often it occurs; the answer follows while you write. A rough figure is better than none.',
    answer: 'What it says',
    model: 'The value model',
    show: 'Change the value model',
    showReadOnly: 'Show the value model',
    hide: 'Close the value model',
    notYet: 'Once the value model is complete: how good a model must be to pay, and what a project may cost.',
    computing: 'The answer is being computed.',
    older: 'This is the answer of before: the value model is not complete now, or a figure in it is wrong.',
  },
  {
    intro:
      'Wat elke uitkomst waard is en hoe vaak ze voorkomt; het antwoord volgt terwijl u schrijft. Een ruw cijfer is beter dan geen.',
    answer: 'Wat het zegt',
    model: 'Het waardemodel',
    show: 'Het waardemodel wijzigen',
    showReadOnly: 'Het waardemodel tonen',
    hide: 'Het waardemodel sluiten',
    notYet:
      'Zodra het waardemodel compleet is: hoe goed een model moet zijn om te lonen, en wat een project mag kosten.',
    computing: 'Het antwoord wordt berekend.',
    older: 'Dit is het antwoord van daarvoor: het waardemodel is nu niet compleet, of er klopt een cijfer niet.',
  },
);
