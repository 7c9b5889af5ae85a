/** Whether something may be done and, where it may not, why. */
export type Ruling<Refusal extends string> = { allowed: true } | { allowed: false; because: Refusal };

export const allowed = { allowed: true } as const;
export const refuse = <Refusal extends string>(because: Refusal) => ({ allowed: false, because }) as const;
