/** Connections refused, lost, or none left in time; and a database that is starting or stopping. */
const codes = /^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|57P0[123]|53300|08...)$/;

/** What the driver says, without a code, of a connection that was lost before, while or after it was asked. */
const messages = /Connection terminated|connection error and is not queryable|timeout exceeded when trying to connect/;

/** Whether an error means that the database could not be reached or was lost: later, the same may go well. */
export function isLost(error: unknown): boolean {
  const { code, message } = Object(error) as { code?: unknown; message?: unknown };
  return (typeof code === 'string' && codes.test(code)) || (typeof message === 'string' && messages.test(message));
}
