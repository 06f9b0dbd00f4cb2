/** Values that no line of a log and no message may repeat: passwords and tokens that this process was given. */
const known = new Map<string, readonly string[]>();
let expression: RegExp | null = null;

/** Shorter ones would take words apart that have nothing to do with them, and are no secrets worth the name. */
const SHORTEST = 4;
export const HIDDEN = '[secret]';

/**
 * What is secret whoever gave it: tokens of Slack and Discord, also those that came out of the database or with an
 * event; passwords in URLs; values of headers and query parameters that authorise. Groups: what stays before it.
 */
const SHAPES: readonly RegExp[] = [
  /()\bx(?:ox[a-z]|app)-[\w-]{4,}/g,
  // A bot's token: its id, a time and a signature in Base64.
  /()(?<![\w-])[\w-]{23,30}\.[\w-]{6,7}\.[\w-]{27,}/g,
  // Interactions: `interaction:` in Base64.
  /()aW50ZXJhY3Rpb246[\w-]+/g,
  /(\b(?:webhooks|interactions)(?:\/|%2F)\d+(?:\/|%2F))[\w.-]{16,}/g,
  /(\bhooks\.slack\.com\/)[\w/-]+/g,
  /([a-z][a-z\d+.-]*:\/\/[^\s/?#"'<>@]*:)[^\s/?#"'<>@]+(?=@)/gi,
  /(\b(?:Bearer|Basic|AWS4-HMAC-SHA256) )[^\s"'\\]{8,}[^"'\\]*/g,
  /(\b(?:X-Amz-(?:Signature|Credential|Security-Token)|ticket|client_secret|access_token|refresh_token|token)=)[^\s&"'\\]+/gi,
];

/** Has a value hidden from now on, in all forms in which it may be written. */
export function hideSecret(value: string | undefined): void {
  if (value === undefined || value.length < SHORTEST || known.has(value)) return;
  known.set(value, formsOf(value));
  // The longest first: a form may lie within another.
  const forms = [...new Set([...known.values()].flat())].sort((a, b) => b.length - a.length);
  expression = new RegExp(forms.map((form) => form.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')).join('|'), 'g');
}

/** Has the password of a URL hidden; the rest of it may be told. */
export function hidePassword(url: string | undefined): void {
  if (url === undefined || !URL.canParse(url)) return;
  const { password } = new URL(url);
  hideSecret(password);
  hideSecret(decoded(password));
}

/** A text without secrets. */
export function withoutSecrets(text: string): string {
  const stripped = expression === null ? text : text.replace(expression, HIDDEN);
  return SHAPES.reduce((rest, shape) => rest.replace(shape, `$1${HIDDEN}`), stripped);
}

function formsOf(value: string): string[] {
  const bytes = Buffer.from(value);
  const written = JSON.stringify(value).slice(1, -1);
  const forms = [
    value,
    written,
    JSON.stringify(written).slice(1, -1),
    encodeURIComponent(value),
    bytes.toString('hex'),
  ];
  return [...forms, ...base64Of(bytes)].filter((form) => form.length >= SHORTEST);
}

/** What any Base64 text has in it that holds these bytes, wherever they begin within its groups of three. */
function base64Of(bytes: Buffer): string[] {
  return [0, 1, 2].flatMap((before) => {
    const all = Buffer.concat([Buffer.alloc(before), bytes]);
    // Letters that also say something of the bytes before and behind are left out.
    const inside = all.toString('base64').slice(Math.ceil((before * 8) / 6), Math.floor((all.length * 8) / 6));
    return [inside, inside.replaceAll('+', '-').replaceAll('/', '_')].filter((form) => form.length > SHORTEST);
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
