import type { errors as english } from '../en/index.js';

/** Was nicht ging, und was man tun kann. */
export const errors = {
  'errors.quota_exceeded':
    '{limit, select, inFlight {{subject, select, channel {In diesem Kanal warten oder laufen schon} space {Hier warten oder laufen schon} other {Bei dir warten oder laufen schon}} {used, number} von {allowed, number} Anfragen. Warte, bis eine fertig ist, oder brich eine ab.} costPerDay {{used, number} von {allowed, number} {unit} {subject, select, channel {dieses Kanals} space {aller hier} role {deiner Rolle} other {für dich}} sind heute ausgegeben, zu viel für diese Anfrage. Neu gezählt wird {when}; ein Admin kann mehr erlauben, und mit `model` lässt sich eines wählen, das weniger kostet.} other {{used, number} von {allowed, plural, one {# Bild} other {# Bildern}} {subject, select, channel {dieses Kanals} space {aller hier} role {deiner Rolle} other {für dich}} sind heute verbraucht, zu viele für diese Anfrage. Neu gezählt wird {when}; ein Admin kann mehr freigeben.}}',
  'errors.blocked_term':
    '„{term}“ ist hier gesperrt und steht {where, select, pin {in dem, was du angeheftet hast ({kind})} name {im Namen} other {im Prompt}}. Sag es anders und versuch es noch einmal; ist die Regel falsch, kann ein Admin das Wort erlauben.',
  'errors.disabled_here':
    'In diesem Kanal sind Bilder abgeschaltet. Versuch es in einem anderen oder frag einen Admin.',
  'errors.not_allowed':
    '{action, select, delete {Löschen darf das nur, wer darum gebeten hat, oder ein Moderator.} cancel {Abbrechen darf das nur, wer darum gebeten hat, oder ein Moderator.} pin {Anheften darf hier nur, wer um das Raster gebeten hat. Mach dir ein eigenes, um anzuheften, was du magst.} share {Teile davon darf nur für alle freigeben, wer darum gebeten hat.} forget {Der Knopf war für jemand anderen, und gelöscht ist nichts. Mit `forget-me` wirst du selbst vergessen.} other {Das darfst du hier nicht. Frag einen Admin.}}',
  'errors.no_space_here':
    '{action, select, pins {Pins für alle gehören} things {Dinge für alle gehören} status {Das gehört} audit {Das gehört} other {Regeln und Kontingente gehören}} zu einem Server oder Workspace, und hier ist keiner. Mach das in einem Kanal von dem, den du meinst.',
  'errors.generation_unknown':
    'Ein Raster {id}, das du von hier aus sehen kannst, gibt es nicht. Vielleicht wurde es gelöscht, oder es ist privat oder aus einer Unterhaltung, von der ich nicht weiß, ob du darin bist: Frag dort. `history` zeigt deine eigenen.',
  'errors.generation_unfinished':
    '{status, select, cancelled {Das Raster wurde abgebrochen, ehe es fertig war. `show` hat einen Knopf, der es noch einmal anfordert.} failed {Das Raster konnte nicht gemalt werden. `show` sagt, warum, und hat einen Knopf, der es noch einmal anfordert.} planned {Das sind Pläne, noch keine Bilder. `paint` malt sie.} other {Das Raster ist noch nicht fertig. Versuch es noch einmal, wenn es so weit ist.}}',
  'errors.cell_unknown':
    'Ein Bild {cell} gibt es nicht. {count, plural, =1 {Dieses Raster hat nur die Nummer 1.} other {Wähle eine Nummer von 1 bis #.}}',
  'errors.latent_missing': 'Dieses Bild hat kein Latent „{kind}“. Wähle ein anderes Latent oder ein anderes Bild.',
  'errors.latent_of_another_model':
    '{kind} dieses Bildes stammt von einem anderen Modell, und dieses kann das nicht verwenden. Wähle ein anderes Latent oder ein anderes Bild.',
  'errors.saved_pin_unknown': 'Unter „{name}“ ist nichts gespeichert. `pins list` zeigt, was es gibt.',
  'errors.too_many_saved_pins':
    'Es ist Platz für {limit, plural, one {# gespeicherten Pin} other {# gespeicherte Pins}}. Lösche einen, den du nicht mehr brauchst.',
  'errors.saved_thing_unknown': 'Unter „{name}“ ist nichts gespeichert. `things list` zeigt, was es gibt.',
  'errors.saved_thing_taken':
    'Unter „{name}“ ist schon etwas gespeichert. Wähle einen anderen Namen, oder entferne das zuerst.',
  'errors.too_many_saved_things':
    'Es ist Platz für {limit, plural, one {# Ding} other {# Dinge}}. Entferne eines, das du nicht mehr brauchst.',
  'errors.saved_things_too_large':
    'Alle Dinge zusammen dürfen {limit, number} Bytes haben, und mit diesem wären es mehr. Entferne eines, das du nicht mehr brauchst.',
  'errors.model_refused': '{model} ist hier nicht erlaubt. Du kannst {choices} wählen.',
  'errors.own_pictures_refused':
    '{who, select, admins {Eigene Bilder dürfen hier nur Admins mitbringen.} other {Eigene Bilder sind hier abgeschaltet.}} Nenne etwas, das ich kenne; `things` zeigt alles.',
  'errors.picture_blocked':
    'Das Bild, oder eines, das so aussieht, ist hier gesperrt. Nimm ein anderes; ist das ein Irrtum, kann ein Admin es von der Liste nehmen.',
  'errors.picture_not_looked_at':
    'Ich kam gerade nicht dazu, dein Bild anzusehen. Berechnet wurde nichts. Bitte versuch es gleich noch einmal.',
  'errors.blocked_picture_unknown':
    'Ein Bild {id} ist hier nicht gesperrt. `admin blocked-pictures` listet auf, welche es sind.',
  'errors.nothing_to_reroll': 'Alles ist angeheftet, also würde sich nichts ändern. Löse zuerst etwas.',
  'errors.cell_refused':
    'Bild {cell, number} ist nicht gemalt: {reason, select, policy {Die Regeln des Programms, das malt, verbieten es} black {Es kam schwarz zurück, wie ein Filter es übrig lässt} other {Die Prüfung des Programms, das malt, hielt es für anstößig}}. Würfle es neu, oder sag es anders.',
  'errors.nothing_to_cancel': 'Von dir wartet oder läuft hier nichts.',
  'errors.nothing_known':
    '{excluded, select, none {{unwritten, select, none {{words, select, none {Der Prompt nennt nichts, was ich kenne, also gibt es nichts zu malen.} other {{words} kenne ich nicht, also gibt es nichts zu malen.}}} other {{unwritten} kann ich nicht schreiben, und sonst gibt es nichts zu malen.}}} other {Du verlangst {excluded} und schließt es zugleich aus, also gibt es nichts zu malen.}}{nearest, select, none {} other { Am nächsten kommt, was ich kenne: {nearest}.}} Berechnet wurde nichts; {where, select, cli {`kaleido things`} other {`things`}} zeigt alles, was ich kenne.',
  'errors.pinned_twice': 'Für „{named}“ sind zwei Werte angeheftet.\nHefte jede Art nur einmal an.',
  'errors.aspect_refused':
    '{painter, select, kaleido {Kaleido selbst} other {{painter}}} malt Quadrate{other, select, none {, und nichts ist hier eingerichtet, das {aspect} malt. Lass `aspect` weg.} other {; `model:{other}` malt {aspect}.}}',
  'errors.upscale_refused':
    '{painter, select, kaleido {Kaleido selbst} other {{painter}}} hat nichts, das Bilder vergrößert{other, select, none {, und nichts, was hier eingerichtet ist, hat so etwas.} other {; {other} hat etwas. Lass ein Raster mit `model:{other}` malen und vergrößere daraus.}}',
  'errors.upscaled_already': 'Dieses Bild ist schon vergrößert. `deliver` gibt es in voller Größe aus.',
  'errors.interrupted':
    'Ich wurde unterbrochen, bevor ich darauf antworten konnte. Es wurde nichts berechnet. Bitte versuche es noch einmal.',
  'errors.blocked_latents':
    'Jeder Plan für Bild {cell} sagt ein Wort, das hier gesperrt ist. Sag es anders, oder hefte selbst ein Latent „{kind}“ an.',
  'errors.parent_gone': 'Bild {cell} sollte bleiben, wie es ist, wurde aber gelöscht. Bitte um ein neues Raster.',
  'errors.own_picture_gone': 'Das Bild von „{name}“ wurde gelöscht. Bitte noch einmal mit dem Bild.',
  'errors.workers_died':
    'Der Maler ist jedes Mal ausgefallen, wenn er hiermit anfing. Bitte um weniger Bilder, oder sag es einem Admin.',
  'errors.picture_not_fetched.elsewhere':
    'Bilder nehme ich nur aus diesem Chat selbst. Häng das Bild an, oder nimm ein Emoji davon.',
  'errors.picture_not_fetched.no_file': 'Dort finde ich kein Bild, das du sehen kannst. Häng es neu an.',
  'errors.picture_not_fetched.refused': 'Dieses Bild wird mir nicht gegeben. Häng es neu an, oder versuch es später.',
  'errors.picture_not_fetched.broke_off':
    'Dieses Bild kam nicht ganz an. Versuch es noch einmal, oder häng ein kleineres an.',
  'errors.internal': 'Beim Malen ist etwas kaputtgegangen. Bitte versuch es noch einmal.',
  'errors.painter_missing':
    'Dem Worker wurde das Programm, das malt, nicht genannt. Sein Betreiber muss KALEIDO_PAINTER auch für Worker setzen.',
  'errors.painter_refused.policy':
    'Das Programm, das malt, zeigt dafür kein Bild: Seine Regeln verbieten es. Sag es anders.',
  'errors.painter_refused.black':
    'Das Programm, das malt, zeigt dafür kein Bild: Es kam schwarz zurück, wie sein Filter es übrig lässt. Sag es anders.',
  'errors.painter_refused.unsafe':
    'Das Programm, das malt, zeigt dafür kein Bild: Seine Prüfung hielt es für anstößig. Versuch es noch einmal, oder sag es anders.',
  'errors.painter_refused.upscale':
    'Was dies gemalt hat, hat nichts mehr, das Bilder vergrößert. Wer es betreibt, kann das ändern.',
  'errors.painter_refused.aspect':
    'Was hier malt, macht keine Bilder in diesem Format. Lass `aspect` weg, oder wähle ein anderes `model`.',
  'errors.host': 'Der Maler hat ein Problem, das seine Betreiber beheben müssen. Bitte versuch es später noch einmal.',
  'errors.unknown':
    'Entschuldige, da ist etwas kaputtgegangen. Versuch es noch einmal; passiert es wieder, nenne einem Admin „{incident}“.',
  'errors.outage':
    'Etwas, worin ich meine Arbeit aufbewahre, ist gerade weg. Versuch es bitte in einer Minute noch einmal.',
  'errors.foreign_action': 'Dieser Knopf gehört zu einer älteren Version von mir. Bitte um ein neues Raster.',
  'errors.foreign_command': '„{path}“ kenne ich nicht. `help` zeigt, was ich kann.',
  'errors.no_choice': 'Es wurde nichts gewählt.',
  'errors.splice_cells': 'Gib für mindestens ein Latent die Nummer eines Bildes von 1 bis {count, number} an.',
  'errors.upload_name': 'So ein Name hat 2 bis {most, number} Buchstaben von a bis z, Ziffern und Unterstriche.',
  'errors.no_picture': 'Diese Nachricht hat kein Bild, das ich nehmen könnte.',
  'errors.no_custom_emoji':
    'Ich sehe mir Bilder an, und Emojis, die ein Server selbst gemacht hat: das war keines von beiden.',
  'errors.emoji_unseen':
    'Falls ein eigenes Emoji gemeint ist: Die dieses Workspace darf ich nicht sehen. Ein Admin kann es erlauben, indem er mir den Scope emoji:read gibt.',
  'errors.unchanged': 'Du hast nichts geändert, also gibt es nichts zu malen.',
  'errors.pin_kinds': '„{word}“ kenne ich nicht. Schreib einige von: {kinds}; oder nichts für alle.',
} as const satisfies Record<keyof typeof english, string>;
