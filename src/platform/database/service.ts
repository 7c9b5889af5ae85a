/**
 * Who acts when no person does: a job, or the operator at the command line. It is nobody's account and has no seat; in the
 * trail it reads as the service.
 */
export const service = '00000000-0000-0000-0000-000000000000';
