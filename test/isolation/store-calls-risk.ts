import * as risk from '../../src/ledger/risks/risk.store.ts';
import * as riskList from '../../src/ledger/risks/risk-list.store.ts';
import * as riskScale from '../../src/ledger/risks/risk-scale.store.ts';
import { plainDate } from '../../src/platform/calendar/plain-date.ts';
import type { Attempt, Call } from './store-calls.ts';

const id = (attempt: Attempt, table: string, column = 'id') => String(attempt.row(table)[column]);
const farOff = plainDate('2199-12-31');
const keeper = ({ scope }: Attempt) => ({ person: scope.person, agency: undefined, all: true });
const low = { likelihood: 1, impact: 1 };

/** The calls of the risk register. */
export const riskCalls: Readonly<Record<string, Call>> = {
  'risk-list.countByScore': (to) => riskList.countByScore(to.scope, keeper(to)),
  'risk-list.countRisks': (to) => riskList.countRisks(to.scope, keeper(to), {}),
  'risk-list.listControlsOf': (to) => riskList.listControlsOf(to.scope, [id(to, 'risk_control', 'risk_id')]),
  'risk-list.listDue': ({ scope }) => riskList.listDue(scope, farOff),
  'risk-list.listRisks': (to) => riskList.listRisks(to.scope, keeper(to), {}, { limit: 1000 }),
  'risk-list.listRisksByIds': (to) => riskList.listRisksByIds(to.scope, keeper(to), [id(to, 'risk')]),
  'risk-scale.changeScale': ({ scope }) => riskScale.changeScale(scope, 5),
  'risk-scale.findScale': ({ scope }) => riskScale.findScale(scope),
  'risk-scale.listNumbersAbove': ({ scope }) => riskScale.listNumbersAbove(scope, 4),
  'risk.addControls': (to) => risk.addControls(to.scope, id(to, 'risk'), [{ title: 'None', works: 'well' }]),
  'risk.addEntries': (to) => risk.addEntries(to.scope, id(to, 'risk'), [{ kind: 'changed' }]),
  'risk.addRisk': (to) =>
    risk.addRisk(to.scope, {
      title: 'None',
      cause: 'None',
      event: 'None',
      effect: 'None',
      category: 'other',
      inherent: low,
      current: low,
      target: low,
      owner: id(to, 'person'),
      leadAgency: id(to, 'agency'),
      reviewOn: farOff,
    }),
  'risk.changeControl': (to) =>
    risk.changeControl(to.scope, { id: id(to, 'risk_control'), title: 'None', works: 'badly' }),
  'risk.findRisk': (to) => risk.findRisk(to.scope, keeper(to), id(to, 'risk')),
  'risk.holdRisk': (to) => risk.holdRisk(to.scope, keeper(to), id(to, 'risk')),
  'risk.listControls': (to) => risk.listControls(to.scope, id(to, 'risk_control', 'risk_id')),
  'risk.listEntries': (to) => risk.listEntries(to.scope, id(to, 'risk_entry', 'risk_id')),
  'risk.record': (to) => risk.record(to.scope, id(to, 'risk'), { kind: 'changed' }, { title: 'None' }),
  'risk.selectRisks': (to) => risk.selectRisks(to.scope, keeper(to)).execute(),
};
