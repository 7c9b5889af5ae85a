import type { Command } from '../platform/command.ts';

export const partnershipCommands: readonly Command[] = [];
