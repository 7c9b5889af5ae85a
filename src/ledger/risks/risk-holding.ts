import type { Arriving } from '../../partnership/transition/arriving.ts';
import type { Holding } from '../../partnership/transition/holding.ts';
import type { Scope } from '../../platform/database/database.ts';
import { saidByThoseWhoCame } from '../brought.ts';
import { keepNeeds } from './keep-needs.ts';
import {
  addControls,
  addEntries,
  addRisk,
  findRisk,
  holdRisk,
  listControls,
  listEntries,
  record,
} from './risk.store.ts';
import { type Control, type Risk, type RiskEntry, referenceOf } from './risk.ts';
import { listRisks, listRisksByIds } from './risk-list.store.ts';
import { findScale } from './risk-scale.store.ts';
import type { Scale } from './score.ts';
import type { Viewer } from './viewer.ts';

/** Whoever carries a partnership over sees all of its risks. */
const everything = ({ person }: Pick<Scope, 'person'>): Viewer => ({ person, agency: undefined, all: true });

const byNumber = { order: 'number', limit: 20_000 } as const;

/**
 * Risks that are not closed, each with what holds it back. One goes where its lead agency goes, gets the next number there and
 * keeps the old one as its reference. Its reviews go along as far as those do who made them; its score stays within the scale
 * there, and where that differs the next review sets it right.
 */
export const riskHolding: Holding = {
  kind: 'risk',
  title: 'Risks that are not closed',
  tables: ['risk', 'risk_control', 'risk_entry'],
  staysBehind: { risk_scale: 'How risks are scored is for each partnership to say' },
  inRegime: true,
  remains: true,
  list: async (scope) =>
    (await listRisks(scope, everything(scope), { standing: 'not-closed' }, byNumber)).map((risk) => ({
      kind: 'risk',
      id: risk.id,
      title: `${referenceOf(risk)}: ${risk.title}`,
      needs: risk.leadAgency === undefined ? [] : [risk.leadAgency],
      follows: risk.owner === undefined ? [] : [risk.owner],
    })),
  async end(scope, { id }, because) {
    const risk = await holdRisk(scope, everything(scope), id);
    if (!risk || risk.closedOn !== undefined) return;
    const changes = { closedOn: scope.today };
    await record(scope, id, { kind: 'closed', words: because }, changes);
    await keepNeeds(scope, { ...risk, ...changes });
  },
  async take(from, items) {
    const ids = items.map(({ id }) => id);
    const risks = await listRisksByIds(from, everything(from), ids);
    const beside = new Map<string, Beside>();
    for (const id of ids)
      beside.set(id, { controls: await listControls(from, id), entries: await listEntries(from, id) });
    return async (scope, arriving) => {
      const { scale } = await findScale(scope);
      for (const item of items) {
        const risk = risks.find(({ id }) => id === item.id);
        if (risk)
          await arriving.bring(item, undefined, () =>
            raiseHere(scope, arriving, risk, { ...(beside.get(item.id) ?? nothing), scale }),
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
  owned: {
    ends: 'It ends: nobody owns it, and the office is asked for its reviews',
    list: async (scope, person) =>
      (await listRisks(scope, everything(scope), { standing: 'not-closed', owner: person }, byNumber)).map((risk) => ({
        id: risk.id,
        title: `Owns ${referenceOf(risk)}: ${risk.title}`,
      })),
    async pass(scope, person, id, owner) {
      const risk = await holdRisk(scope, everything(scope), id);
      if (risk?.owner !== person) return;
      await record(scope, id, { kind: 'changed', words: 'Whoever owned it left the partnership' }, { owner });
      await keepNeeds(scope, { ...risk, owner });
    },
  },
};

/** What goes along with a risk. */
interface Beside {
  controls: readonly Control[];
  entries: readonly RiskEntry[];
}
const nothing: Beside = { controls: [], entries: [] };

async function raiseHere(
  scope: Scope,
  arriving: Arriving,
  risk: Risk,
  { controls, entries, scale }: Beside & { scale: Scale },
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
  await addEntries(scope, id, saidByThoseWhoCame(entries, arriving));
  return id;
}
