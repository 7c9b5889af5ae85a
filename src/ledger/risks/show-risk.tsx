import { idIn } from '../../partnership/directory/answers.ts';
import { changesOf, type Words } from '../../partnership/directory/history.tsx';
import type { SeatedScope } from '../../partnership/doors.ts';
import { may, permit } from '../../platform/access/permit.ts';
import { figureAsCsv, figureAsPicture } from '../../platform/charts/figure.tsx';
import { download, page } from '../../platform/http/answers.ts';
import { found } from '../../platform/http/errors.ts';
import type { Handler } from '../../platform/identity/doors.ts';
import { acted, historyOf as trailOf } from '../../platform/trail/trail.store.ts';
import { challengeSections } from '../challenge-shell.tsx';
import { readNames } from '../names.store.ts';
import { readThread } from '../thread/read-thread.ts';
import { historyOf } from './history-figure.ts';
import { readRegister, readRegisterAddress, readRegisterCsv } from './list-risks.ts';
import { RegisterPage } from './pages/register.tsx';
import { RiskPage } from './pages/risk.tsx';
import { findRisk, listControls, listEntries } from './risk.store.ts';
import { categories } from './risk.ts';
import { findScale } from './risk-scale.store.ts';
import { stepsFor } from './steps.ts';
import { viewerOf } from './viewer.ts';

export const showRegister: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'risks.read-own');
  const list = readRegisterAddress(scope, request);
  return page(
    <RegisterPage
      {...(await readRegister(scope, list))}
      list={list}
      sections={challengeSections(scope)}
      may={{
        raise: may(scope, 'risks.raise'),
        manage: may(scope, 'risks.manage'),
        readAll: may(scope, 'risks.read'),
      }}
      today={scope.today}
    />,
  );
};

export const sendRegister: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'risks.read-own');
  const { text, count } = await readRegisterCsv(scope, readRegisterAddress(scope, request));
  await acted(scope, 'export', 'risk', {}, { as: 'csv', risks: count });
  return download(`risks-${scope.today}.csv`, 'text/csv; charset=utf-8', text);
};

export const showRisk: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'risks.read-own');
  const risk = found(await findRisk(scope, viewerOf(scope), idIn(request, 'risk')));
  const [entries, controls, trail, thread, { scale }, names] = await Promise.all([
    listEntries(scope, risk.id),
    listControls(scope, risk.id),
    trailOf(scope, 'risk', { id: risk.id }),
    readThread(scope, request.server.house.records, risk.id),
    findScale(scope),
    readNames(scope),
  ]);
  return page(
    <RiskPage
      {...{ risk, scale, controls, entries, thread, names }}
      slug={scope.slug}
      steps={stepsFor(risk, scope)}
      changes={changesOf(trail, wordsFor(names), names, 'Raised')}
      history={historyOf(risk, entries, names)}
      mayTie={may(scope, 'thread.tie')}
      sections={challengeSections(scope)}
      me={scope.person}
      today={scope.today}
    />,
  );
};

/** The scores of a risk, to take away: as a table or as a picture. */
export const sendHistory =
  (ending: 'csv' | 'svg'): Handler<SeatedScope> =>
  async (scope, request) => {
    permit(scope, 'risks.read-own');
    const risk = found(await findRisk(scope, viewerOf(scope), idIn(request, 'risk')));
    const figure = historyOf(risk, await listEntries(scope, risk.id), await readNames(scope));
    await acted(scope, 'export', 'risk', { id: risk.id }, { as: ending });
    const name = `risk-${risk.number}-${scope.today}.${ending}`;
    if (ending === 'csv') return download(name, 'text/csv; charset=utf-8', figureAsCsv(figure));
    const source = `${scope.seat.partnership.name}, ${scope.today}`;
    return download(name, 'image/svg+xml; charset=utf-8', found(figureAsPicture(figure, source)));
  };

/** How each column of a risk is spoken of in its history; its scores stand in the chart. */
function wordsFor(names: ReadonlyMap<string, string>): Words {
  const named = (id: string) => names.get(id) ?? 'somebody';
  return {
    title: { title: 'Risk' },
    cause: { title: 'Cause' },
    event: { title: 'What might happen' },
    effect: { title: 'Effect for children' },
    category: {
      title: 'Category',
      say: (value) => new Map<string, string>(Object.entries(categories)).get(value) ?? value,
    },
    inherent_likelihood: { title: 'Likelihood if nothing held it back' },
    inherent_impact: { title: 'Impact if nothing held it back' },
    target_likelihood: { title: 'Likelihood that is aimed at' },
    target_impact: { title: 'Impact that is aimed at' },
    owner_id: { title: 'Owner', say: named },
    lead_agency_id: { title: 'Lead agency', say: named },
    review_on: { title: 'Next review' },
  };
}
