import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createTranslator } from '../src/chat/i18n/index.js';
import { decodePng, encodeWebp } from '../src/images/sharp.js';

/** A pack as a chat shows it. */
export interface ShownPack {
  /** What was asked for. */
  thing: string;
  /** A PNG of all. */
  sheet: Uint8Array;
  /** Emoji as they are uploaded. */
  emojis: readonly Uint8Array[];
}

/** Of a phone, in pixels of its layout, and real ones for each of them. */
const PHONE = { width: 390, height: 1120, density: 2 } as const;
/** Looks of Discord's chats. */
const THEMES = [
  { name: 'dark', ground: '#313338', text: '#dbdee1', strong: '#f2f3f5', quiet: '#949ba4', field: '#1e1f22' },
  { name: 'light', ground: '#ffffff', text: '#313338', strong: '#060607', quiet: '#5c5e66', field: '#e3e5e8' },
] as const;

/**
 * Two phones beside each other, one dark and one light, on each of which a server shows packs: the card of the first as
 * the bot posts it, and of each a message of its emoji alone, which Discord shows at 48 pixels.
 * @param browser name or path of Chromium
 * @returns a WebP
 */
export async function photographPhones(packs: readonly ShownPack[], browser: string): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'kaleido-phone-'));
  const [page, picture] = [join(folder, 'page.html'), join(folder, 'page.png')];
  try {
    await writeFile(page, pageOf(packs));
    const { width, height, density } = PHONE;
    await promisify(execFile)(browser, [
      ...['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars'],
      `--force-device-scale-factor=${density}`,
      `--window-size=${THEMES.length * width},${height}`,
      `--screenshot=${picture}`,
      `file://${page}`,
    ]);
    return await encodeWebp((await decodePng(await readFile(picture))).image);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function pageOf(packs: readonly ShownPack[]): string {
  return `<!doctype html><meta charset="utf-8"><style>
    body { margin: 0; display: flex; font: 16px/1.375 "gg sans", "Noto Sans", "DejaVu Sans", "Noto Color Emoji", sans-serif }
    .phone { width: ${PHONE.width}px; height: ${PHONE.height}px; box-sizing: border-box; padding: 12px 16px; overflow: hidden }
    .message { display: flex; gap: 12px; margin-bottom: 14px }
    .face { flex: none; width: 40px; height: 40px; border-radius: 50%; background: #5865f2 }
    .person .face { background: #2d9d5c }
    .said { flex: 1; min-width: 0 }
    .sheet { width: 100%; border-radius: 8px; margin: 4px 0 }
    .row { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 8px }
    .button { border-radius: 8px; padding: 7px 12px; font-size: 14px; background: #4e5058; color: #fff }
    .button.first { background: #5865f2 }
    .select { flex: 1 0 100%; box-sizing: border-box; border-radius: 8px; padding: 9px 12px; font-size: 14px }
    .emoji { width: 48px; height: 48px; object-fit: contain; margin: 0 1px }
    </style>${THEMES.map((theme) => phoneOf(packs, theme)).join('')}`;
}

function phoneOf(packs: readonly ShownPack[], theme: (typeof THEMES)[number]): string {
  const card = packs[0]!;
  const t = createTranslator('en');
  const name = (who: string) =>
    `<b style="color:${theme.strong}">${who}</b> <small style="color:${theme.quiet}">12:04</small><br>`;
  const buttons = [
    `<span class="button first">➕ ${t('action.pack_add_all')}</span>`,
    `<span class="button">📦 ${t('action.pack_zip_all')}</span>`,
    `<span class="button">🔁 ${t('action.pack_other')}</span>`,
    `<span class="button" style="background:#d83c3e">🗑️ ${t('action.delete')}</span>`,
    ...(['action.pack_add', 'action.pack_stickers', 'action.pack_redo'] as const).map(
      (key) => `<span class="select" style="background:${theme.field};color:${theme.quiet}">${t(key)}</span>`,
    ),
  ];
  const bot = `<div class="message"><div class="face"></div><div class="said">${name('Kaleido')}<b>${card.thing}</b> · @alice
    <img class="sheet" src="${dataOf(card.sheet)}"><div class="row">${buttons.join('')}</div></div></div>`;
  const people = packs.map(
    ({ emojis }) => `<div class="message person"><div class="face"></div><div class="said">${name('alice')}
      ${emojis.map((file) => `<img class="emoji" src="${dataOf(file)}">`).join('')}</div></div>`,
  );
  return `<div class="phone" style="background:${theme.ground};color:${theme.text}">${bot}${people.join('')}</div>`;
}

const dataOf = (png: Uint8Array) => `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
