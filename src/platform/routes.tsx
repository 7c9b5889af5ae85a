import type { FastifyPluginAsync } from 'fastify';
import { goTo, json, page } from './http/answers.ts';
import { respond } from './http/respond.ts';
import { withoutData } from './identity/doors.ts';
import { PatternsPage } from './ui/patterns-page.tsx';
import { AccessibilityPage, CookiesPage, PrivacyPage } from './ui/standing-pages.tsx';

/** Pages that any product has: health, the statements the law asks for, and the patterns every page is made of. */
export const platformRoutes: FastifyPluginAsync = async (app) => {
  app.get('/health', { config: { rateLimit: false } }, async (request, reply) => {
    const up = await app.concordat.database.answers();
    return respond(request, reply, json({ status: up ? 'ok' : 'unavailable' }, up ? 200 : 503));
  });
  app.get(
    '/',
    withoutData(() => goTo('/today')),
  );
  app.get(
    '/accessibility',
    withoutData(() => page(<AccessibilityPage />)),
  );
  app.get(
    '/privacy',
    withoutData(() => page(<PrivacyPage />)),
  );
  app.get(
    '/cookies',
    withoutData(() => page(<CookiesPage />)),
  );
  app.get(
    '/guide/patterns',
    withoutData(() => page(<PatternsPage />)),
  );
  app.get('/.well-known/security.txt', (request, reply) => {
    const { url } = request.server.concordat.config;
    const contact = request.server.concordat.config.securityContact;
    const year = new Date().getUTCFullYear() + 1;
    return reply
      .type('text/plain; charset=utf-8')
      .send(
        `Contact: ${contact}\nExpires: ${year}-01-01T00:00:00Z\nPreferred-Languages: en\nCanonical: ${url}/.well-known/security.txt\n`,
      );
  });
};
