import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/**
 * What axe finds wrong with the page as it stands, one line for each rule with the elements that break it; colours
 * included.
 *
 * Left out is one finding: GOV.UK's script tells of a choice that opens a further question by `aria-expanded`, which the
 * standard does not give to radio buttons and checkboxes. The accessibility statement says so.
 */
export async function axeFindings(page: Page): Promise<string[]> {
  // in the page itself, which holds no frame of another's, and without a path to each element that is sound: a fifth of the time
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) => {
    const broken = nodes
      .map(({ html }) => html)
      .filter((html) => !(id === 'aria-allowed-attr' && OPENS_A_QUESTION.test(html)));
    return broken.length > 0 ? [`${id}: ${broken.join(' ')}`] : [];
  });
}

const OPENS_A_QUESTION = /^<input class="govuk-(radios|checkboxes)__input"[^>]* aria-controls="conditional-/;
