import type { FastifyPluginAsync } from 'fastify';
import { may, permit } from '../platform/access/permit.ts';
import { goTo, isLocalPath, page } from '../platform/http/answers.ts';
import { accessReviewRoutes } from './access-review/routes.tsx';
import { agencyRoutes } from './agencies/routes.tsx';
import { clockRoutes } from './clocks/routes.tsx';
import { directoryRoutes } from './directory/routes.tsx';
import { acrossPartnerships, inScope, menuOf } from './doors.ts';
import { gapRoutes } from './gaps/routes.ts';
import { groupRoutes } from './groups/routes.tsx';
import { infectedFileRoutes } from './infected-files/routes.tsx';
import { leavingRoutes } from './leaving/routes.tsx';
import { ChoosePartnershipPage } from './pages/choose-partnership.tsx';
import { FrontPage } from './pages/front-page.tsx';
import { peopleRoutes } from './people/routes.tsx';
import { secondStepRoutes } from './second-step/routes.tsx';
import { setUpRoutes } from './set-up/routes.tsx';
import { settingsRoutes } from './settings/routes.tsx';
import { findAbout } from './settings/settings.store.ts';
import { exportRoutes, importRoutes } from './spreadsheets/routes.tsx';
import { transitionRoutes } from './transition/routes.tsx';

export const partnershipRoutes: FastifyPluginAsync = async (app) => {
  app.get(
    '/partnerships',
    acrossPartnerships(
      async () => {},
      (places, request, farewells) => {
        const { from } = request.query as { from?: string };
        const partnerships = places.map(({ slug, seat }) => ({ slug, name: seat.partnership.name }));
        const below = pathInside(from, partnerships);
        return page(<ChoosePartnershipPage partnerships={partnerships} below={below} farewells={farewells} />);
      },
    ),
  );
  app.get(
    '/:partnership',
    inScope(async (scope) => {
      permit(scope, 'partnership.read');
      const menu = menuOf(scope, app.house, `/${scope.slug}`);
      const maySetUp = may(scope, 'settings.change');
      return page(<FrontPage seat={scope.seat} menu={menu} about={await findAbout(scope)} maySetUp={maySetUp} />);
    }),
  );
  app.get(
    '/:partnership/',
    inScope(({ slug }) => goTo(`/${slug}`)),
  );
  await app.register(settingsRoutes, { prefix: '/:partnership/settings' });
  await app.register(setUpRoutes, { prefix: '/:partnership/set-up' });
  await app.register(clockRoutes, { prefix: '/:partnership/clocks' });
  await app.register(groupRoutes, { prefix: '/:partnership/groups' });
  await app.register(gapRoutes, { prefix: '/:partnership/gaps' });
  await app.register(agencyRoutes, { prefix: '/:partnership/agencies' });
  await app.register(directoryRoutes, { prefix: '/:partnership/directory' });
  await app.register(peopleRoutes, { prefix: '/:partnership/people' });
  await app.register(leavingRoutes, { prefix: '/:partnership/people/:id/leaving' });
  await app.register(secondStepRoutes, { prefix: '/:partnership/second-step' });
  await app.register(accessReviewRoutes, { prefix: '/:partnership/access-review' });
  await app.register(importRoutes, { prefix: '/:partnership/import' });
  await app.register(exportRoutes, { prefix: '/:partnership/export' });
  await app.register(infectedFileRoutes, { prefix: '/:partnership/infected-files' });
  await app.register(transitionRoutes, { prefix: '/:partnership/transition' });
};

/** The part of `from` below its partnership, so that changing the partnership keeps one's place. */
function pathInside(from: string | undefined, partnerships: readonly { slug: string }[]): string {
  if (from === undefined || !isLocalPath(from)) return '';
  const [, slug, ...rest] = from.split('/');
  return partnerships.some((one) => one.slug === slug) && rest.length ? `/${rest.join('/')}` : '';
}
