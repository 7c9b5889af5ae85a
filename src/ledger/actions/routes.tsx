import type { FastifyPluginAsync } from 'fastify';

/** The partnership's actions. */
export const actionRoutes: FastifyPluginAsync = async (_app) => {};
