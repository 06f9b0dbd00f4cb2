import { ApplicationCommandType } from 'discord.js';
import { z } from 'zod';
import type { CommandJson } from './command-json.js';

/** The entry point of an app's activity, which is registered elsewhere, is left alone. */
export const OURS: ReadonlySet<number> = new Set([
  ApplicationCommandType.ChatInput,
  ApplicationCommandType.User,
  ApplicationCommandType.Message,
]);

// What Discord leaves out, sends as null or adds by itself is brought to one form, so that only real differences count.
const localizations = z
  .record(z.string(), z.string())
  .nullish()
  .transform((all) => sorted(all ?? {}));
const choice = z.object({ name: z.string(), value: z.union([z.string(), z.number()]) });

const option = z.object({
  type: z.number(),
  name: z.string(),
  description: z.string(),
  description_localizations: localizations,
  required: z.boolean().default(false),
  autocomplete: z.boolean().default(false),
  choices: z.array(choice).default([]),
  min_value: z.number().nullish().default(null),
  max_value: z.number().nullish().default(null),
  max_length: z.number().nullish().default(null),
  get options(): z.ZodDefault<z.ZodArray<typeof option>> {
    return z.array(option).default([]);
  },
});

const command = z.object({
  type: z.number().default(1),
  name: z.string(),
  name_localizations: localizations,
  description: z.string().default(''),
  description_localizations: localizations,
  options: z.array(option).default([]),
  default_member_permissions: z.string().nullish().default(null),
  integration_types: z.array(z.number()).nullish().transform(ordered),
  contexts: z.array(z.number()).nullish().transform(ordered),
});

/** A command that is registered. */
export const registeredCommand = z.looseObject({ id: z.string(), name: z.string(), type: z.number().default(1) });
/** See `registeredCommand`. */
export type RegisteredCommand = z.infer<typeof registeredCommand>;

/**
 * Whether a registered command is what is wanted.
 * @param isInGuild it is a command of one server: those have neither contexts nor integration types
 */
export function isSameCommand(wanted: CommandJson, registered: RegisteredCommand, isInGuild: boolean): boolean {
  const places = isInGuild ? { integration_types: [], contexts: [] } : {};
  const canonical = (one: unknown): string => JSON.stringify({ ...command.parse(one), ...places });
  return canonical(wanted) === canonical(registered);
}

function sorted(all: Record<string, string>): [string, string][] {
  return Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1));
}

function ordered(numbers: number[] | null | undefined): number[] {
  return [...(numbers ?? [])].sort((a, b) => a - b);
}
