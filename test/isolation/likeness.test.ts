import { expect, test } from 'vitest';
import { chanceFrom } from './chance.ts';
import { areaUnderCurve, errorOfArea } from './likeness.ts';

test('the area is the chance that one of the first takes longer than one of the second, half a chance where they are equal', () => {
  expect(areaUnderCurve([3, 4], [1, 2])).toBe(1);
  expect(areaUnderCurve([1, 2], [3, 4])).toBe(0);
  expect(areaUnderCurve([1, 2, 3], [1, 2, 3])).toBe(0.5);
  expect(areaUnderCurve([2, 4], [1, 3])).toBe(0.75);
});

test('where nothing can be told apart, the area strays by its standard error', () => {
  const chance = chanceFrom(7);
  const areas = Array.from({ length: 400 }, () =>
    areaUnderCurve(Array.from({ length: 50 }, chance), Array.from({ length: 50 }, chance)),
  );
  const spread = Math.sqrt(areas.reduce((sum, area) => sum + (area - 0.5) ** 2, 0) / areas.length);
  expect(spread / errorOfArea(50)).toBeGreaterThan(0.9);
  expect(spread / errorOfArea(50)).toBeLessThan(1.1);
});
