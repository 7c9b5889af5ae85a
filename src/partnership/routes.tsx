import type { FastifyPluginAsync } from 'fastify';
import { permit } from '../platform/access/permit.ts';
import { goTo, isLocalPath, page } from '../platform/http/answers.ts';
import { accessReviewRoutes } from './access-review/routes.tsx';
import { agencyRoutes } from './agencies/routes.tsx';
import { acrossPartnerships, inScope, menuOf } from './doors.ts';
import { groupRoutes } from './groups/routes.tsx';
import { leavingRoutes } from './leaving/routes.tsx';
import { ChoosePartnershipPage } from './pages/choose-partnership.tsx';
import { FrontPage } from './pages/front-page.tsx';
import { peopleRoutes } from './people/routes.tsx';
import { secondStepRoutes } from './second-step/routes.tsx';
import { exportRoutes, importRoutes } from './spreadsheets/routes.tsx';

export const partnershipRoutes: FastifyPluginAsync = async (app) => {
  app.get(
    '/partnerships',
    acrossPartnerships(
      async () => {},
      (places, request) => {
        const { from } = request.query as { from?: string };
        const partnerships = places.map(({ slug, seat }) => ({ slug, name: seat.partnership.name }));
        return page(<ChoosePartnershipPage partnerships={partnerships} below={pathInside(from, partnerships)} />);
      },
    ),
  );
  app.get(
    '/:partnership',
    inScope((scope) => {
      permit(scope, 'partnership.read');
      return page(<FrontPage seat={scope.seat} menu={menuOf(scope, app.house, `/${scope.slug}`)} />);
    }),
  );
  app.get(
    '/:partnership/',
    inScope(({ slug }) => goTo(`/${slug}`)),
  );
  await app.register(groupRoutes, { prefix: '/:partnership/groups' });
  await app.register(agencyRoutes, { prefix: '/:partnership/agencies' });
  await app.register(peopleRoutes, { prefix: '/:partnership/people' });
  await app.register(leavingRoutes, { prefix: '/:partnership/people/:id/leaving' });
  await app.register(secondStepRoutes, { prefix: '/:partnership/second-step' });
  await app.register(accessReviewRoutes, { prefix: '/:partnership/access-review' });
  await app.register(importRoutes, { prefix: '/:partnership/import' });
  await app.register(exportRoutes, { prefix: '/:partnership/export' });
};

/** The part of `from` below its partnership, so that changing the partnership keeps one's place. */
function pathInside(from: string | undefined, partnerships: readonly { slug: string }[]): string {
  if (from === undefined || !isLocalPath(from)) return '';
  const [, slug, ...rest] = from.split('/');
  return partnerships.some((one) => one.slug === slug) && rest.length ? `/${rest.join('/')}` : '';
}
