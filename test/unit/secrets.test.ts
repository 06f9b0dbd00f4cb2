import { describe, expect, it } from 'vitest';
import { hidePassword, hideSecret, withoutSecrets } from '../../src/secrets.js';

const SECRET = 'pä"ss/w+rd & \\ sécret=';
hideSecret(SECRET);

const written = (text: string) => JSON.stringify(text).slice(1, -1);

describe('a secret that was given', () => {
  it.each([
    ['as it is', SECRET],
    ['in JSON', written(SECRET)],
    ['in JSON in JSON', written(written(SECRET))],
    ['in a URL', encodeURIComponent(SECRET)],
    ['in hexadecimal digits', Buffer.from(SECRET).toString('hex')],
    ['in Base64', Buffer.from(SECRET).toString('base64')],
    ['in Base64 for URLs', Buffer.from(SECRET).toString('base64url')],
    ['in Base64 behind a name', Buffer.from(`kaleido:${SECRET}`).toString('base64')],
    ['in Base64 between others', Buffer.from(`ab${SECRET}\nmore`).toString('base64')],
  ])('is hidden %s', (_, form) => {
    const told = withoutSecrets(`before ${form} after`);
    expect(told).toMatch(/^before .*\[secret\].* after$/);
    // Letters at the ends of Base64 say something of its neighbours too; no four of them in a row are left.
    const rest = told.slice('before '.length, -' after'.length).replace('[secret]', '\n');
    for (let at = 0; at + 6 <= SECRET.length; at++) expect(rest).not.toContain(SECRET.slice(at, at + 6));
    for (const part of rest.split('\n')) expect(Buffer.from(part, 'base64').toString()).not.toMatch(/pä|sé|rd &/);
  });

  it('is hidden in every place, also where one lies within another', () => {
    hideSecret('abcdefgh');
    hideSecret('abcdefghijkl');
    expect(withoutSecrets('abcdefghijkl abcdefgh abcdefg')).toBe('[secret] [secret] abcdefg');
  });

  it('of a URL is its password alone', () => {
    hidePassword('postgresql://kaleido:p%40ss%20word@db.example:5432/kaleido');
    expect(withoutSecrets('kaleido at db.example: p%40ss%20word, p@ss word')).toBe(
      'kaleido at db.example: [secret], [secret]',
    );
  });
});

describe('what is a secret by its shape', () => {
  it.each([
    ['xoxb-1234-abcdef', 'xoxb'],
    ['xapp-1-A0-123-abc', 'xapp'],
    ['MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcDe.0123456789zyxwvutsrqponmlk_-12', 'Gabc'],
    ['https://discord.com/api/v10/webhooks/123/aW50ZXJhY3Rpb246abc123/messages/@original', 'aW50'],
    ['/interactions/123456/some-token-of-an-interaction/callback', 'some-token'],
    ['https://hooks.slack.com/commands/T0/123/SECRETPART', 'SECRETPART'],
    ['redis://default:hunter22@redis:6379', 'hunter22'],
    ['authorization: Bearer abcdefghijk', 'abcdefghijk'],
    ['authorization: Basic dXNlcjpwYXNz', 'dXNlcjpwYXNz'],
    ['wss://wss-primary.slack.com/link/?ticket=abc-def&app_id=1', 'abc-def'],
    ['https://s3/b/k?X-Amz-Credential=AKIA%2F1&X-Amz-Signature=0123abcd', '0123abcd'],
  ])('is hidden in %s', (text, secret) => {
    expect(withoutSecrets(text)).not.toContain(secret);
    expect(withoutSecrets(text)).toContain('[secret]');
  });

  it('leaves what is none', () => {
    const line =
      '{"level":30,"url":"http://127.0.0.1:9464","bundle":"stickers","file":"grids/k3v9x2m7q1ab.png","msg":"ready"}';
    expect(withoutSecrets(line)).toBe(line);
  });
});
