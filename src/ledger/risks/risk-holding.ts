import type { Arriving } from '../../partnership/transition/arriving.ts';
import type { Holding } from '../../partnership/transition/holding.ts';
import type { Scope } from '../../platform/database/database.ts';
import { keepNeeds } from './keep-needs.ts';
import { addControls, addEntries, addRisk, findRisk, listControls } from './risk.store.ts';
import { type Control, type Risk, referenceOf } from './risk.ts';
import { listRisks, listRisksByIds } from './risk-list.store.ts';
import { findScale } from './risk-scale.store.ts';
import type { Scale } from './score.ts';
import type { Viewer } from './viewer.ts';

/** Whoever carries a partnership over sees all of its risks. */
const everything = ({ person }: Pick<Scope, 'person'>): Viewer => ({ person, agency: undefined, all: true });

/**
 * Risks that are not closed, each with what holds it back. One goes where its lead agency goes, gets the next number there and
 * keeps the old one as its reference. Its reviews stay to be read where they were written; the score it has today goes along,
 * and where the scale differs there the next review sets it right.
 */
export const riskHolding: Holding = {
  kind: 'risk',
  title: 'Risks that are not closed',
  tables: ['risk', 'risk_control', 'risk_entry', 'risk_scale'],
  remains: true,
  list: async (scope) =>
    (await listRisks(scope, everything(scope), { standing: 'not-closed' }, { order: 'number', limit: 20_000 })).map(
      (risk) => ({
        kind: 'risk',
        id: risk.id,
        title: `${referenceOf(risk)}: ${risk.title}`,
        needs: risk.leadAgency === undefined ? [] : [risk.leadAgency],
        follows: risk.owner === undefined ? [] : [risk.owner],
      }),
    ),
  async take(from, items) {
    const ids = items.map(({ id }) => id);
    const risks = await listRisksByIds(from, everything(from), ids);
    const controls = new Map(await Promise.all(ids.map(async (id) => [id, await listControls(from, id)] as const)));
    return async (scope, arriving) => {
      const { scale } = await findScale(scope);
      for (const item of items) {
        const risk = risks.find(({ id }) => id === item.id);
        if (risk)
          await arriving.bring(item, undefined, () =>
            raiseHere(scope, arriving, risk, controls.get(item.id) ?? [], scale),
          );
      }
    };
  },
  async settle(scope, arriving) {
    for (const { became } of arriving.came.filter(({ kind }) => kind === 'risk')) {
      const risk = await findRisk(scope, everything(scope), became);
      if (risk) await keepNeeds(scope, risk);
    }
  },
};

async function raiseHere(
  scope: Scope,
  arriving: Arriving,
  risk: Risk,
  controls: readonly Control[],
  scale: Scale,
): Promise<string> {
  const within = ({ likelihood, impact }: Risk['current']) => ({
    likelihood: Math.min(likelihood, scale),
    impact: Math.min(impact, scale),
  });
  const current = within(risk.current);
  const id = await addRisk(scope, {
    ...risk,
    inherent: within(risk.inherent),
    current,
    target: within(risk.target),
    leadAgency: arriving.find(risk.leadAgency),
    owner: arriving.find(risk.owner),
    oldReference: risk.oldReference || `${referenceOf(risk)}, ${arriving.from.shortName}`,
  });
  await addControls(
    scope,
    id,
    controls.map(({ title, works }) => ({ title, works })),
  );
  await addEntries(scope, id, [{ kind: 'raised', score: { ...current, scale } }]);
  return id;
}
