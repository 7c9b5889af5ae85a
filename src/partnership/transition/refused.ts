/** A partnership cannot merge or split as it was asked to; the message says why, and nothing was changed. */
export class CannotCarry extends Error {}
