import { describe, expect, it } from 'vitest';
import { proxyFor, proxyName } from '../../../src/network/proxies.js';

const HTTP = 'http://plain:1';
const HTTPS = 'http://secure:2';

function chosen(target: string, noProxy?: string, httpsProxy: string | undefined = HTTPS): string | null {
  return proxyFor(new URL(target), { httpProxy: HTTP, httpsProxy, noProxy })?.origin ?? null;
}

describe('proxyFor', () => {
  it.each([
    ['https://discord.com/api', HTTPS],
    ['wss://gateway.discord.gg', HTTPS],
    ['http://minio:9000', HTTP],
    ['ws://127.0.0.1:80', HTTP],
  ])('sends %s through the proxy of its scheme', (target, proxy) => {
    expect(chosen(target)).toBe(proxy);
  });

  it('has one proxy serve both where only HTTP_PROXY is set, and none serve http where only HTTPS_PROXY is', () => {
    expect(proxyFor(new URL('https://a'), { httpProxy: HTTP })?.origin).toBe(HTTP);
    expect(proxyFor(new URL('http://a'), { httpsProxy: HTTPS })).toBeNull();
  });

  it.each([
    ['*', 'https://discord.com', true],
    ['discord.com', 'https://discord.com', true],
    ['discord.com', 'https://cdn.DISCORD.com', true],
    ['.discord.com', 'https://cdn.discord.com', true],
    ['*.discord.com', 'https://cdn.discord.com', true],
    ['cord.com', 'https://discord.com', false],
    ['discord.com.evil', 'https://discord.com', false],
    ['a, minio ,b', 'http://minio:9000', true],
    ['a minio b', 'http://minio:9000', true],
    ['minio:9000', 'http://minio:9000', true],
    ['minio:9001', 'http://minio:9000', false],
    ['slack.com:443', 'wss://slack.com', true],
    ['10.0.0.7', 'http://10.0.0.7:9000', true],
    ['10.0.0.7', 'http://110.0.0.7', false],
    ['::1', 'http://[::1]:9000', true],
    ['[::1]', 'http://[::1]:9000', true],
    ['[::1]:9000', 'http://[::1]:9000', true],
    ['[::1]:9001', 'http://[::1]:9000', false],
    ['', 'https://discord.com', false],
    [' , ', 'https://discord.com', false],
  ])('reads NO_PROXY=%j: whether %s is reached directly is %s', (noProxy, target, isDirect) => {
    expect(chosen(target, noProxy) === null).toBe(isDirect);
  });
});

it('shows a proxy without who may use it', () => {
  expect(proxyName(new URL('http://user:secret@proxy.example:3128/'))).toBe('http://proxy.example:3128');
});
