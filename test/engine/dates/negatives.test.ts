import assert from 'node:assert/strict';
import { find } from './support';

/** Sentences in which nothing is a date. */
const NO_DATES: Readonly<Record<string, readonly string[]>> = {
  'words that are also months': [
    'The council may refuse.', 'It may be late.', 'They march on the capital.', 'The march was peaceful.', 'A march through the town ended quietly.',
    'An august assembly met.', 'It may, in the end, fail.', 'He may not march.', 'What may come is unclear.', 'May the best team win.',
    'March on, he told the crowd.', 'May I speak?', 'Protesters march against the plan.',
  ],
  'words that are also weekdays': [
    'She sat on the bench.', 'The sun rose over the bay.', 'They wed in the chapel.', 'The sun and the rain did harm.', 'He sat and read.', 'The Sun reported the story.',
  ],
  'names': [
    'April Ryan asked a question.', 'The mayor met April Ryan.', 'Theresa May resigned.', 'Mrs May resigned.', 'August Wilson wrote plays.', 'Prime Minister Theresa May spoke.',
    'June Carter sang.', 'He thanked April Jones for her work.', 'The actor Frederic March won.', 'Tell January Jones the news.', 'Johnny Christmas drew the cover.',
    'He reads the Evening Standard.', 'He reads LA Weekly.', 'She watched Sixty Minutes and left.',
  ],
  'words that are also units': [
    'He came second.', 'On second thought, he left.', 'The second man fled.', 'She was the second mayor to resign.', 'A quarter of the voters stayed away.',
    'About three quarters of the food is imported.', 'The French quarter burned.', 'More than a quarter of the town fled.', 'A second vote is needed.', 'Living quarters were searched.',
    'The Security Council sat.', 'The SEC sued the firm.',
  ],
  'words that are also seasons': [
    'Prices fall.', 'Prices will fall again.', 'The government could fall.', 'They spring to their feet.', 'A fall in prices hurt them.', 'The fall of the wall shook them.', 'Water from a spring is sold.',
  ],
  'numbers': [
    'More than 100,000 soldiers stood at the border.', 'He lives at 10 Downing Street.', 'Page 1 of 1', 'Flight 1984 was late.', 'The vote was 52 to 48.', 'It cost $1,999.',
    'It cost $2000.', 'It cost £1950.', 'Version 10.2.1 is out.', 'They won 3-2.', 'They won 21-14.', 'The ratio is 4:3.', 'Room 2010 is empty.', 'Call 555 1234.', 'Some 1,200 people came.',
    'About 2000 people came.', 'The fine was 1900 euros.', 'Chapter 11 protects it.', 'No. 1990 won.', 'It rose 3.5 percent.', 'The index closed at 2,012.', 'Resolution 1701 was passed.',
    'Route 2015 is closed.', 'They sold 1999 cars.', 'It is 2000 feet high.', 'The number is 12345678.', 'He scored 30 points.', 'A 10-point lead is large.', 'It holds 1500 tons.',
    'The population is 1950 people.', 'Model 1990 sold well.', 'Their phone is 020 7946 0018.', 'It rose to 10,012.34.', 'Odds were 7/4.', 'The address is 1600 Elm Avenue.', 'Windows 2000 is old.',
    'It weighs 2100 kg.', 'The code is A-1984.', 'Article 2019 was struck out.',
  ],
  'ages': [
    'A 14-year-old boy was found.', 'The six-year-old girl was found.', 'He is 37 years old.', 'The 50-year-old alliance holds.', 'He is in his 30s.', 'She was in her late twenties.',
    'A six-month-old calf was sold.', 'The 12-year-olds won.',
  ],
  'words that are also feasts': [
    'It was an epiphany.', 'Ukraine\'s Independence Day was quiet.', 'The Norwegian Independence Day parade was long.', 'Few observe passover rules in lower case.', 'He gave thanks, a small thanksgiving.',
  ],
  'letters with figures': [
    'He drives an Audi Q3.', 'Answer Q1 first.', 'The H1 headline is too long.', 'Take the M1 motorway.', 'They met at the G7.',
  ],
  'other words of time': [
    'He did it time after time.', 'He was on time.', 'It was high time.', 'At the time of the vote he slept.', 'They had a good time.', 'It was the first time.',
    'The last man left.', 'The next speaker rose.', 'The past president spoke.', 'Each other man spoke.', 'The end of the road is near.', 'The latest figures are out.',
    'It was the latest attempt.', 'Every man spoke.', 'He spoke early.', 'The late mayor was kind.', 'He asked for the last-minute changes.', 'A quarter-to-quarter view is needed.', 'It ended at that point.',
    'Day-to-day business goes on.', 'The year-to-year change is small.',
  ],
};

suite('dates: what is none', () => {
  for (const [about, sentences] of Object.entries(NO_DATES)) {
    suite(about, () => {
      for (const text of sentences) test(text, () => assert.deepEqual(find(text, '2022-01-19').map(({ words, value }) => `${words} = ${value}`), []));
    });
  }

  test('there are at least 100 of them', () => assert.ok(Object.values(NO_DATES).flat().length >= 100));
});
