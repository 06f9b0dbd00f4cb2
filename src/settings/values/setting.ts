import { z } from 'zod';

/** One thing that the environment sets. */
export interface Setting<T> {
  /** Environment variable. */
  variable: string;
  /** What it is for, for `docs/operating.md`. */
  about: string;
  /** The default, in words. */
  fallback: string;
  /** What to do when it cannot be used. */
  remedy: string;
  /** May hold a password: never repeated in a message. */
  isSecret: boolean;
  /** Another name of the variable, which comes before it. */
  alias?: string;
  /** From the text of the variable, or undefined, to the value. */
  schema: z.ZodType<T, string | undefined>;
}

/** Settings of one subject, by the names of their values. */
export type SettingsGroup = Readonly<Record<string, Setting<unknown>>>;

/** What a group of settings was set to. */
export type Values<S extends SettingsGroup> = { [K in keyof S]: z.output<S[K]['schema']> };

/** A setting whose text a schema reads. */
export function setting<T>(
  variable: string,
  about: string,
  fallback: string,
  remedy: string,
  schema: z.ZodType<T, string | undefined>,
  isSecret = false,
): Setting<T> {
  return { variable, about, fallback, remedy, schema, isSecret };
}

const OFF_AND_ON = ['0', '1', 'false', 'true', 'no', 'yes', 'off', 'on'] as const;

/** Any text. */
export function text(variable: string, about: string, fallback: string, remedy: string): Setting<string | undefined> {
  return setting(variable, about, fallback, remedy, z.string().optional());
}

/** A token or the like, told to nobody. */
export function secret(variable: string, about: string, fallback: string, remedy: string): Setting<string | undefined> {
  return { ...text(variable, about, fallback, remedy), isSecret: true };
}

/** A whole number from `low` to `high`. */
export function whole(variable: string, about: string, low: number, high: number, fallback: number): Setting<number> {
  const schema = z.string().regex(/^\d+$/).transform(Number).pipe(z.int().min(low).max(high)).default(fallback);
  return setting(
    variable,
    about,
    String(fallback),
    `Set it to a whole number from ${low} to ${high}, or unset it.`,
    schema,
  );
}

/** On or off, in several words. */
export function flag(variable: string, about: string): Setting<boolean> {
  const schema = z
    .string()
    .toLowerCase()
    .pipe(z.enum(OFF_AND_ON))
    .transform((word) => ['1', 'true', 'yes', 'on'].includes(word))
    .default(false);
  return setting(variable, about, 'off', 'Set it to 1 or 0, or unset it.', schema);
}

/** A URL of one of the protocols, which may hold a password. */
export function url(
  variable: string,
  about: string,
  fallback: string,
  protocols: readonly string[],
): Setting<string | undefined> {
  const example = `${protocols[0]}//…`;
  const schema = z
    .string()
    .refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol))
    .optional();
  return setting(variable, about, fallback, `Set it to a URL such as ${example}, or unset it.`, schema, true);
}

/** A variable that other programs read too, also under its name in small letters, which then counts (as for curl). */
export function shared<T>(one: Setting<T>): Setting<T> {
  return { ...one, about: `${one.about} Also \`${one.variable.toLowerCase()}\`.`, alias: one.variable.toLowerCase() };
}

/** A proxy: a URL, or a host and port. */
export function proxy(variable: string, about: string, fallback: string): Setting<string | undefined> {
  const schema = z
    .string()
    .transform((value) => (value.includes('://') ? value : `http://${value}`))
    .refine((value) => URL.canParse(value) && ['http:', 'https:'].includes(new URL(value).protocol))
    .optional();
  const remedy =
    'Set it to a URL such as http://proxy.example:3128 or http://user:password@proxy.example:3128, or unset it.';
  return shared(setting(variable, about, fallback, remedy, schema, true));
}

/** An address over HTTP, without user and password. */
export const httpUrl = z.string().refine((value) => {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  return url !== undefined && ['http:', 'https:'].includes(url.protocol) && `${url.username}${url.password}` === '';
});
