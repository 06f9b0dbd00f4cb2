import type { slack as english } from '../en/index.js';

export const slack: Readonly<Record<keyof typeof english, string>> = {
  'slack.ready': 'deine Bilder sind fertig.',
  'slack.moved':
    'Wo du gefragt hast, konnte ich nicht schreiben, darum hier. Lade mich in den Channel ein, dann kommt es dorthin.',
  'slack.cannot_post':
    'Ich kann weder hier noch in einer Direktnachricht an dich schreiben. Lade mich in den Channel ein oder schreib mir zuerst.',
  'slack.private': 'Du findest es in deinen Direktnachrichten mit mir.',
  'slack.reveal': '🙈 Bild zeigen',
  'slack.revealed': 'Bild',
  'slack.not_shown': 'Slack zeigt dieses Bild nicht mehr.',
  'slack.no_form': 'Dafür braucht es ein Formular, und das öffnet sich nur über einen Knopf.',
  'slack.try_again': 'Das Öffnen hat zu lange gedauert. Bitte drück noch einmal.',
  'slack.no_grid': 'Diese Nachricht zeigt keines meiner Bilder.',
  'slack.uploads_off':
    'Dieser Workspace nimmt keine Dateien an, darum fehlt das Bild. Ein Admin kann Datei-Uploads in den Einstellungen erlauben; drück danach hier einen Knopf, dann kommt das Bild.',
  'slack.upload.emoji':
    'In Slack darf keine App Emoji hinzufügen. Hier ist das Bild, fertig zum Hochladen: Speichere es und wähle dann den Emoji-Knopf, „Emoji hinzufügen“, diese Datei und den Namen {name}.',
  'slack.upload.sticker':
    'Slack hat keine Sticker; als Emoji geht es: Speichere dieses Bild und wähle dann den Emoji-Knopf, „Emoji hinzufügen“, diese Datei und den Namen {name}.',
};
