import { RESTJSONErrorCodes } from 'discord.js';
import { z } from 'zod';
import { ApiError } from './api-error.js';

/** One complaint of an Invalid Form Body: where, which code, and words. */
export interface FormIssue {
  path: readonly PropertyKey[];
  code: string;
  message: string;
}

/** 50035 with its tree of errors (developers/reference#error-messages). */
export function invalidForm(issues: readonly FormIssue[]): ApiError {
  const tree: ErrorTree = {};
  for (const issue of issues) {
    let node = tree;
    for (const key of issue.path) {
      const name = String(key);
      const next = node.children?.[name] ?? {};
      node.children = { ...node.children, [name]: next };
      node = next;
    }
    node.issues = [...(node.issues ?? []), { code: issue.code, message: issue.message }];
  }
  return new ApiError(400, RESTJSONErrorCodes.InvalidFormBodyOrContentType, 'Invalid Form Body', plain(tree));
}

/** Parses a request's body, or refuses it as the real service would. */
export function parseForm<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw invalidForm(parsed.error.issues.map(asFormIssue));
}

/** Adds a complaint with a code of Discord's from inside a schema. */
export function complain(
  context: { addIssue: (issue: z.core.$ZodRawIssue<z.core.$ZodIssueCustom>) => void },
  path: PropertyKey[],
  code: string,
  message: string,
): void {
  context.addIssue({ code: 'custom', path, message, params: { code }, input: undefined });
}

interface ErrorTree {
  issues?: { code: string; message: string }[];
  children?: Record<string, ErrorTree>;
}

function plain(tree: ErrorTree): object {
  const children = Object.entries(tree.children ?? {}).map(([name, child]) => [name, plain(child)]);
  return { ...Object.fromEntries(children), ...(tree.issues ? { _errors: tree.issues } : {}) };
}

function asFormIssue(issue: z.core.$ZodIssue): FormIssue {
  const { path } = issue;
  switch (issue.code) {
    case 'too_big':
      return issue.origin === 'number' || issue.origin === 'int'
        ? { path, code: 'NUMBER_TYPE_MAX', message: `int value should be less than or equal to ${issue.maximum}.` }
        : { path, code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${issue.maximum} or fewer in length.` };
    case 'too_small':
      return issue.origin === 'number' || issue.origin === 'int'
        ? { path, code: 'NUMBER_TYPE_MIN', message: `int value should be greater than or equal to ${issue.minimum}.` }
        : { path, code: 'BASE_TYPE_MIN_LENGTH', message: `Must be ${issue.minimum} or more in length.` };
    case 'invalid_type':
      return issue.input === undefined
        ? { path, code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }
        : {
            path,
            code: `${issue.expected.toUpperCase()}_TYPE_CONVERT`,
            message: `Could not interpret as ${issue.expected}.`,
          };
    case 'invalid_value':
      return {
        path,
        code: 'BASE_TYPE_CHOICES',
        message: `Value must be one of {${issue.values.map(String).join(', ')}}.`,
      };
    case 'invalid_union':
      return { path, code: 'UNION_TYPE_CHOICES', message: 'Value of field "type" is not one that may stand here.' };
    case 'invalid_format':
      return { path, code: 'STRING_TYPE_REGEX', message: `String value did not match validation regex.` };
    case 'custom': {
      const code = z.object({ code: z.string() }).safeParse(issue.params);
      return { path, code: code.data?.code ?? 'BASE_TYPE_INVALID', message: issue.message };
    }
    default:
      return { path, code: 'BASE_TYPE_INVALID', message: issue.message };
  }
}
