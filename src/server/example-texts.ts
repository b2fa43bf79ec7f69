import { defineTexts } from '../platform/text/define-texts.ts';

export const exampleTexts = defineTexts(
  {
    counting: 'Counting 3 million flights, 10,000 bird strikes and four years of weather',
    'summer-ice': 'Writing “Ice for tomorrow”: a no-go',
    'bird-strikes': 'Writing “Bird strikes”: under way',
    'late-flights': 'Writing “Late flights”: a go, its data and its framework',
    done: 'Everything is written',
  },
  {
    counting: '3 miljoen vluchten, 10.000 vogelaanvaringen en vier jaar weer tellen',
    'summer-ice': '“IJs voor morgen” schrijven: een no-go',
    'bird-strikes': '“Vogelaanvaringen” schrijven: onderweg',
    'late-flights': '“Late vluchten” schrijven: een go, de data en het framework',
    done: 'Alles staat erin',
  },
);
