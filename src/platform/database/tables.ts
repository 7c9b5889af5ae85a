/**
 * Every table, by name. Empty here on purpose: each folder that owns tables adds its own in a generated file
 * (`tables.generated.ts`), so that nothing upstairs is named downstairs.
 */
export interface Tables {}
