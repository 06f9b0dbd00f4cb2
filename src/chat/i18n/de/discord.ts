import type { discord as english } from '../en/index.js';

export const discord: Readonly<Record<keyof typeof english, string>> = {
  'discord.more': 'Mehr…',
  'discord.use_latents.menu': 'Latents dieses Bildes nutzen',
  'discord.use_latents.title': 'Latents nutzen',
  'discord.use_latents.prompt': 'Was gemalt wird; leer: dasselbe',
  'discord.use_latents.cell': 'Welches Bild, 1–{count}',
  'discord.use_latents.kinds': 'Welche Arten bleiben; leer: alle',
  'discord.picture_too_large':
    'Das Bild ist größer, als Discord es hier annimmt. Frag stattdessen nach einzelnen Bildern.',
  'discord.ready': 'deine Bilder sind fertig.',
  'discord.moved': 'In {channel} konnte ich nicht schreiben, darum hier.',
  'discord.try_again': 'Das Öffnen hat zu lange gedauert. Bitte drück noch einmal.',
  'discord.no_grid': 'Diese Nachricht zeigt keine Bilder von mir.',
  'discord.upload.emoji': 'Emoji {name} hinzugefügt.',
  'discord.upload.sticker': 'Sticker {name} hinzugefügt.',
  'discord.upload.later':
    'Discord nimmt davon gerade keine mehr. Ich versuche es in etwa {minutes} Min. wieder und sage dir dann Bescheid.',
  'discord.upload.only_in_server': 'Emojis und Sticker gehen nur auf einem Server, auf dem ich installiert bin.',
  'discord.upload.user_may_not':
    'Dafür brauchst du hier die Berechtigung „Ausdrücke erstellen“ (oder „Ausdrücke verwalten“).',
  'discord.upload.bot_may_not':
    'Mir fehlt hier die Berechtigung „Ausdrücke erstellen“. Ein Admin kann sie meiner Rolle in den Servereinstellungen geben.',
  'discord.upload.no_slots.emoji': 'Dieser Server hat keinen Platz für ein weiteres Emoji. Entfern zuerst eines.',
  'discord.upload.no_slots.sticker': 'Dieser Server hat keinen Platz für einen weiteren Sticker. Entfern zuerst einen.',
  'discord.upload.too_large': 'Discord sagt, die Datei sei zu groß.',
  'discord.upload.refused':
    'Discord hat es abgelehnt{code, select, none {} other { (Fehler {code})}}. Versuch es später noch einmal, oder nimm die Datei und füge sie selbst hinzu.',
};
