import type { notices as english } from '../en/index.js';

/** Kurze Bestätigungen und Hinweise. */
export const notices = {
  'notice.resampled':
    '{kind} von Bild {cell, number} wurde neu gewürfelt: Darin stand ein Wort, das {list, select, own {hier gesperrt ist} other {die eingebaute Liste sperrt}}.',
  'notice.centred':
    '„{thing}“ würde in der Box zu stark verzerrt, steht also in ihrer Mitte ({count, plural, one {Bild} other {Bilder}} {cells}).',
  'notice.lost_dropped':
    '{kind} aus einem anderen Modell kann dieses nicht verwenden, also wird dieser Teil neu gewürfelt; der Rest bleibt.',
  'notice.lost_shortened':
    '{kind} aus einem anderen Modell: Nicht alles davon passt in dieses, also entfällt ein Teil.',
  'notice.lost_without_picture':
    'Das war nach einem eigenen Bild gezeichnet, das nicht hier ist; ich male nur nach den Latents. Bring das Bild mit (`thing:` oder `image:`), dann wird es wie zuvor.',
  'notice.prompt.read_as': '„{said}“ ist als „{name}“ verstanden.',
  'notice.prompt.removed': 'Bleibt weg, wie du sagst: „{said}“.',
  'notice.prompt.inseparable': '„{said}“ bleibt: Es gehört zur Zeichnung selbst, und ich kann es nicht weglassen.',
  'notice.prompt.contradicted': 'Du verlangst „{said}“ und schließt es zugleich aus; also bleibt es weg.',
  'notice.prompt.unknown':
    '„{said}“ kenne ich nicht, also fehlt es in den Bildern{nearest, select, none {.} other {; am nächsten kommt, was ich kenne: {nearest}.}}',
  'notice.prompt.left_out':
    '„{said}“ fehlt in den Bildern: {why, select, text {Buchstaben, Ziffern und Wörter kann ich nicht schreiben} action {dass jemand das tut, kann ich nicht zeigen} place {Orte und Hintergründe zeichne ich nicht} too_many {für so vieles ist kein Platz} mood {diese Stimmung kann ich hier nicht zeigen} colour {in dieser Farbe kann ich es nicht malen} style {diesen Stil habe ich nicht} occasion {wann oder zu welchem Anlass das ist, zeigt neben anderem kein Bild} other {das kann ich nicht zeichnen}}.',
  'notice.prompt.skin':
    '„{said}“: Menschen sind hier im Gelb der Emoji gezeichnet, in keiner Hautfarbe; Haare, Augen und Kleidung können eine Farbe haben („mit roten Haaren“).',
  'notice.prompt.cut': 'Der Prompt ist zu lang für das Modell; es sieht nicht: {said}',
  'notice.quoted': '„{text}“',
  'notice.begun_again': 'Nach einer Unterbrechung neu begonnen.',
  'notice.instead_of': 'Gemalt mit {now}: {was} gehört hier nicht mehr zu den Modellen.',
  'notice.exhausted':
    'Alles, was ich dazu in Erinnerung habe, war schon zu sehen. Ab jetzt kommt manches wieder; ein anderer Prompt, mehr Vielfalt oder Erinnerung 0 bringen anderes.',
  'notice.stand_in':
    'Das Sprachmodell {why, select, away {antwortet nicht} few {hatte zu wenige Pläne dafür} other {gab keinen brauchbaren Plan}}; {why, select, few {den Rest} other {das hier}} habe ich nach einfachen Regeln geplant. Neu würfeln fragt es wieder.',
  'notice.refused':
    '{count, plural, one {Bild {cells} ist} other {Die Bilder {cells} sind}} nicht gemalt und nicht berechnet: {why, select, policy {Die Regeln des Programms, das malt, verbieten es} black {Es kam schwarz zurück, wie ein Filter es übrig lässt} other {Die Prüfung des Programms, das malt, hielt es für anstößig}}. Würfle {count, plural, one {es} other {sie}} neu, oder sag es anders.',
  'notice.delete_sure':
    '{id} endgültig löschen? „{prompt}“, die Bilder und ihre Latents verschwinden; was daraus gemacht wurde, bleibt.',
  'notice.deleted_but_shown':
    'Gelöscht, aber die Nachricht, die es zeigt, darf ich nicht entfernen. Siehst nur du sie, dann blende sie aus; sonst bitte jemanden von der Moderation darum.',
  'notice.deleted': 'Gelöscht.',
  'notice.forget_sure':
    'Alles endgültig löschen, was ich von dir aufhebe? {grids, plural, =0 {Keine Raster} one {# Raster mit Prompt, Bildern und Nachricht} other {# Raster mit Prompts, Bildern und Nachrichten}}, {pins, plural, =0 {keine gespeicherten Pins} one {# gespeicherter Pin} other {# gespeicherte Pins}}, {things, plural, =0 {keine eigenen Dinge} one {# eigenes Ding} other {# eigene Dinge}}, deine Einstellungen und Stimmen, und dein Name im Protokoll. Was andere aus deinen Rastern gemacht haben, bleibt, und was Admins für dich festgelegt haben, auch. Was du heute verbraucht hast, zählt, bis der Tag um ist.',
  'notice.forgotten':
    'Vergessen: {grids, plural, =0 {Raster gab es keine} one {# Raster} other {# Raster}}, {pins, plural, =0 {keine gespeicherten Pins} one {# gespeicherter Pin} other {# gespeicherte Pins}}, {things, plural, =0 {keine eigenen Dinge} one {# eigenes Ding} other {# eigene Dinge}} und alles andere. Nachrichten, die deine Raster zeigen, verschwinden nach und nach; wo ich eine nicht entfernen darf, bitte die Moderation darum.',
  'notice.pinned': 'Für das nächste Neuwürfeln angeheftet: {pins}.',
  'notice.nothing_pinned': 'Nichts ist mehr angeheftet.',
  'notice.pin.cell': 'Bild {cell, number}',
  'notice.pin.kind': '{kind} jedes Bildes',
  'notice.pin.cell_kind': '{kind} von Bild {cell, number} für alle',
  'notice.pin.cell_own': '{kind} von Bild {cell, number} nur für sich',
  'notice.saved_pin': 'Gespeichert als „{name}“. Verwende es mit `imagine … --pin {name}`.',
  'notice.delivered': 'Bild {cell, number} von {id}, mit Parametern und Latents in der Datei.',
  'notice.upload': '{use, select, emoji {Emoji} other {Sticker}} „{name}“ aus Bild {cell, number} von {id}.',
  'notice.code': 'Bild {cell, number} von {id} als Latent-Code. Verwende ihn mit `imagine … --code`:',

  'panel.latents': 'Latents von {id}',
  'panel.cell': 'Bild {cell, number} von {id}',
  'panel.line': '{emoji} {kind}: {text} ({origin})',
  'panel.no_latents': 'Es hat noch keine Latents.',
} as const satisfies Record<keyof typeof english, string>;
