import { describe, expect, test } from 'vitest';
import { plainDate } from '../../platform/calendar/plain-date.ts';
import { authorityDirectory } from './authority-directory.ts';
import { readPlacesFiles } from './places-files.ts';

const places = await readPlacesFiles();
const directory = authorityDirectory(places);
const in2017 = plainDate('2017-03-31');
const codeOf = (reference: Parameters<typeof directory.find>[0], on = in2017) =>
  directory.find(reference, on).found?.code;

describe('a council is not found', () => {
  test.each([
    ['Cornwal', 'Cornwall'],
    ['Hamersmith & Fulham', 'Hammersmith and Fulham'],
    ['Sheffeild City Council', 'Sheffield'],
    ['Telford and Wreckin', 'Telford and Wrekin'],
  ])('under %s, and %s is suggested', (name, didYouMean) => {
    expect(directory.find({ name }, in2017)).toEqual({ because: 'unknown', said: name, didYouMean });
  });
  test.each(['London', 'England', 'Atlantis', '', 'X'])('under %j, and nothing is suggested', (name) => {
    const lookup = directory.find({ name }, in2017);
    expect(lookup).toEqual({ because: 'unknown', said: name });
  });
  test('when its code and its name contradict each other', () => {
    expect(directory.find({ code: 'E06000014', name: 'Leeds' }, in2017)).toEqual({
      because: 'contradiction',
      said: 'Leeds',
      meaning: 'E06000014 is York',
    });
  });
  test('under a code that nobody has', () => {
    expect(directory.find({ code: 'E06000099', name: 'York' }, in2017)).toEqual({
      because: 'unknown',
      said: 'E06000099',
    });
  });
});

describe('a council is found', () => {
  test.each([
    ['Kingston Upon Hull', 'E06000010'],
    ['Hull City Council', 'E06000010'],
    ['KINGSTON UPON HULL, CITY OF', 'E06000010'],
    ['St. Helens', 'E08000013'],
    ['St Helens Council', 'E08000013'],
    ['Hammersmith & Fulham', 'E09000013'],
    ['London Borough of Hammersmith and Fulham', 'E09000013'],
    ['Royal Borough of Kensington and Chelsea', 'E09000020'],
    ['City of London', 'E09000001'],
    ['City of London Corporation', 'E09000001'],
    ['City of Westminster', 'E09000033'],
    ['Durham', 'E06000047'],
    ['Durham County Council', 'E06000047'],
    ['Bedford Borough', 'E06000055'],
    ['Bristol City Council', 'E06000023'],
    ['Leicester', 'E06000016'],
    ['Leicestershire County Council', 'E10000018'],
    ['Southend on Sea', 'E06000033'],
  ])('as %s', (name, code) => {
    expect(codeOf({ name })).toBe(code);
  });
  test('by the code it had before', () => {
    expect(codeOf({ code: 'E10000002', name: 'Buckinghamshire' })).toBe('E06000060');
    expect(codeOf({ code: 'e08000038' })).toBe('E08000016');
  });
  test('by the number of the Department for Education', () => {
    expect(codeOf({ dfeCode: '816', name: 'York' })).toBe('E06000014');
  });
  test('as the one that stood on the day, when two share a name', () => {
    expect(codeOf({ name: 'Dorset' }, plainDate('2016-05-23'))).toBe('E10000009');
    expect(codeOf({ name: 'Dorset' }, plainDate('2021-11-19'))).toBe('E06000059');
  });
});

describe('the places of England', () => {
  test('are 153 councils of today and 5 abolished ones, in nine regions', () => {
    const standing = places.authorities.filter(({ endedOn }) => endedOn === undefined);
    expect([standing.length, places.authorities.length, places.regions.length]).toEqual([153, 158, 9]);
    expect(places.policeAreas).toHaveLength(39);
    expect(places.healthBoards).toHaveLength(36);
  });
  test('each council of today has ten neighbours of today, never itself, and a police area', () => {
    const codes = new Set(places.authorities.filter(({ endedOn }) => !endedOn).map(({ code }) => code));
    const wrong = places.authorities.filter(
      ({ code, neighbours, policeArea, endedOn }) =>
        !endedOn &&
        (neighbours.length !== 10 ||
          !policeArea ||
          neighbours.includes(code) ||
          !neighbours.every((each) => codes.has(each))),
    );
    expect(wrong).toEqual([]);
  });
  test('every council is found by each of its own names', () => {
    const lost = places.authorities.flatMap(({ code, name, otherNames, endedOn }) =>
      [name, ...otherNames].filter((each) => codeOf({ name: each }, endedOn ?? plainDate('2025-01-01')) !== code),
    );
    expect(lost).toEqual([]);
  });
});
