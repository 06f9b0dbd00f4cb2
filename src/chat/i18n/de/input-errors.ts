import type { inputErrors as english } from '../en/index.js';

/** Warum das, was jemand schrieb, nicht geht. */
export const inputErrors = {
  'argument.missing': '„{option}“ wird gebraucht.',
  'argument.not_whole': '„{option}“ muss eine ganze Zahl von {min} bis {max} sein.',
  'argument.not_number': '„{option}“ muss eine Zahl von {min} bis {max} sein.',
  'argument.out_of_range': '„{option}“ muss zwischen {min} und {max} liegen.',
  'argument.too_long': '„{option}“ darf höchstens {maxLength, plural, one {# Zeichen} other {# Zeichen}} lang sein.',
  'argument.not_flag': '„{option}“ ist entweder ja oder nein.',
  'argument.not_choice': '„{option}“ muss eines hiervon sein: {choices}.',
  'argument.bad_form': '„{value}“ geht nicht als „{option}“. `help` zeigt, wie man es schreibt.',
  'argument.not_mention':
    '„{option}“ muss {type, select, user {einen Nutzer} role {eine Rolle} other {einen Kanal}} dieses Chats nennen, wie man {type, select, role {sie} other {ihn}} in einer Nachricht erwähnt.',
  'argument.unknown_option':
    'Eine Option „{option}“ gibt es nicht{nearest, select, none {.} other {; meintest du „{nearest}“?}} Um diese Worte zeichnen zu lassen, setze sie in Anführungszeichen.',
  'argument.unknown_command': 'Einen Befehl „{option}“ gibt es nicht; meintest du „{nearest}“?',
  'argument.unknown_subcommand': 'Sag, was mit „{option}“ geschehen soll: {choices}.',
  'argument.no_value': 'Nach „{option}“ fehlt ein Wert.',
  'argument.twice': 'Gib „{option}“ nur einmal an.',
  'argument.extra_words': '„{option}“ ist hier zu viel: Dieser Befehl nimmt nur Optionen. `help` zeigt sie.',
  'argument.nothing_given': 'Gib mindestens eines hiervon an: {choices}.',
  'argument.no_latest':
    'Du hast in diesem Kanal noch kein solches Raster. Nenne eines mit seiner Kennung; `history` listet sie auf.',
  'argument.no_cell': 'Sag, welches der {count} Bilder: „{option}“ ist seine Nummer.',
  'argument.one_of': 'Gib nur eines hiervon an: {choices}.',
  'argument.nested_alternatives':
    'Alternativen können nicht ineinander stehen. Schreib jede Stelle für sich, etwa {example}.',
  'argument.too_many_alternatives': 'Höchstens {most, number} Stellen eines Prompts können Alternativen haben.',
  'argument.not_interval': '„{option}“ müssen zwei Zahlen von {min} bis {max} sein, die kleinere zuerst.',
  'argument.tau_order': 'Bei „{option}“ muss tau1 unter tau2 liegen.',
  'argument.no_kinds': 'Nenne mindestens eine Art von Latents.',
  'argument.cell_count': '„{option}“ müssen {min} bis {max} Bilder sein.',
  'argument.too_many': '„{option}“ darf höchstens {most, plural, one {# Eintrag} other {# Einträge}} haben.',
  'argument.bad_shape': '„{option}“ schreibt man anders.',
  'argument.no_cell_or_kind': 'Nenne ein Bild, eine Art von Latents oder beides.',
  'argument.no_cells': 'Nenne mindestens ein Bild.',
  'argument.no_part': 'Nenne mindestens eine Art von Latents und das Bild, aus dem sie kommt.',
  'argument.painted_already': 'Dieses Raster ist schon gemalt. Nenne eines mit Plänen.',
  'argument.not_emoji': 'Gib ein einziges Emoji an.',
  'argument.not_language': '„{option}“ muss das Kürzel einer Sprache sein, etwa en oder de-AT.',
  'argument.not_time_zone': '„{option}“ muss eine Zeitzone sein, etwa Europe/Berlin oder UTC.',
  'argument.no_letters': '„{option}“ müssen Wörter mit Buchstaben oder Ziffern sein.',
  'argument.reserved_name': 'So heißen schon Arten von Latents. Wähle einen anderen Namen.',
  'argument.not_name':
    '„{option}“ muss aus 1–{maxLength} Buchstaben, Ziffern, - oder _ bestehen und mit Buchstabe oder Ziffer beginnen.',
  'argument.not_own_name':
    '„{option}“ muss aus {min}–{max} Buchstaben, Ziffern, -, _ oder Leerzeichen bestehen, mit einem Buchstaben oder einer Ziffer an beiden Enden.',
  'argument.no_limit': 'Gib eine Grenze für Bilder, für gleichzeitige Anfragen oder für beides an.',
  'argument.not_one_subject': 'Nenne genau eines: Nutzer, Rolle, Kanal oder alle zusammen.',
  'argument.no_quota': 'Für „{subject}“ gibt es kein Kontingent, das man entfernen könnte.',

  'errors.empty_prompt':
    'Der Prompt ist leer.\nSag, was gezeichnet werden soll, etwa: {where, select, cli {kaleido imagine "a cat and a pizza"} other {eine Katze und eine Pizza}}.',
  'errors.prompt_too_long':
    'Der Prompt ist länger als {most} Zeichen.\nSag mit weniger Worten, was gezeichnet werden soll.',
  'errors.unknown_kind': '„{name}“ ist keine Art von Latents, die dieses Modell hat.\nWähle aus: {kinds}.',

  'errors.bad_pin.empty': '„{named}“ geht so nicht: Da steht nichts.\n{how}',
  'errors.bad_pin.blank_text': '„{named}“ geht so nicht: Ein Text ist leer.\n{how}',
  'errors.bad_pin.none': '„{named}“ geht so nicht: Es sind keine da.\n{how}',
  'errors.bad_pin.no_colours': '„{named}“ geht so nicht: Es sind keine Farben da.\n{how}',
  'errors.bad_pin.long_entry': '„{named}“ geht so nicht: Ein Eintrag ist zu lang.\n{how}',
  'errors.bad_pin.shares_over': '„{named}“ geht so nicht: Die Anteile ergeben mehr als 100 %.\n{how}',
  'errors.bad_pin.no_share_left': '„{named}“ geht so nicht: Für die Farben ohne Anteil bleibt nichts übrig.\n{how}',
  'errors.bad_pin.not_box':
    '„{named}“ geht so nicht: „{entry}“ ist kein Name mit vier Zahlen innerhalb des Bildes.\n{how}',
  'errors.bad_pin.box_corners':
    '„{named}“ geht so nicht: In „{entry}“ muss x0 kleiner als x1 sein und y0 kleiner als y1.\n{how}',
  'errors.bad_pin.not_ellipse':
    '„{named}“ geht so nicht: „{entry}“ sind keine fünf Zahlen innerhalb des Bildes.\n{how}',
  'errors.bad_pin.long_radius':
    '„{named}“ geht so nicht: In „{entry}“ ist ein Radius länger als das halbe Bild.\n{how}',
  'errors.bad_pin.unknown_colour': '„{named}“ geht so nicht: „{entry}“ ist keine Farbe, die ich kenne.\n{how}',
  'errors.bad_pin.no_share': '„{named}“ geht so nicht: Der Anteil von „{entry}“ ist null.\n{how}',
  'errors.bad_pin.not_whole': '„{named}“ geht so nicht: „{entry}“ ist keine ganze Zahl.\n{how}',
  'errors.bad_pin.not_read': '„{named}“ geht so nicht: „{entry}“ schreibt man anders.\n{how}',
  'errors.bad_pin.too_many': '„{named}“ geht so nicht: Dieses Modell kennt höchstens {most}, nicht {count}.\n{how}',
  'errors.bad_pin.too_many_colours':
    '„{named}“ geht so nicht: Dieses Modell kennt höchstens {most} Farben, nicht {count}.\n{how}',
  'errors.bad_pin.code_count': '„{named}“ geht so nicht: Dieses Modell braucht {cells} Codes, nicht {count}.\n{how}',
  'errors.bad_pin.unknown_code':
    '„{named}“ geht so nicht: {given} ist kein Code dieses Modells; seine sind 0–{max}.\n{how}',
  'errors.bad_pin.too_long': '„{named}“ geht so nicht: Das sind mehr als {most} Zeichen.\n{how}',
  'errors.bad_pin.unreadable': '„{named}“ geht so nicht: „{said}“ kann dieses Modell nicht lesen.\n{how}',
  'errors.bad_pin.cut':
    '„{named}“ geht so nicht: „{said}“ ist zu lang für dieses Modell; es würde nach „{read}“ aufhören.\n{how}',
  'errors.bad_pin.long_pin':
    'Was du für „{named}“ angeheftet hast, ist länger als {most} Zeichen.\nSchreib weniger, oder nimm den Latent-Code eines Bildes.',
  'errors.bad_pin.no_value':
    '„{text}“ gibt keinen Wert an.\nSchreib {written}=… mit dem Wert hinter dem Gleichheitszeichen.',
  'errors.bad_pin.bad_shape': '„{named}“ geht so nicht: {option} ist nicht, wie es sein muss.',

  // As a sentence has it: in English the word that people write, in German the name.
  'pin.kind': '{kind}{written, select, other {}}',
  'pin.how.description': 'Schreib eine kurze englische Zeile, etwa: „{example}“.',
  'pin.how.boxes':
    'Schreib jeden Rahmen als englisches Wort mit x0,y0,x1,y1, etwa: {example}. Die Zahlen sind Pixel des Bildes ({side} auf jeder Seite) von seiner linken oberen Ecke aus, oder Prozente wie 50%.',
  'pin.how.blobs':
    'Schreib jede Form als x,y,großer Radius,kleiner Radius,Winkel, etwa: {example}. Längen sind Pixel des Bildes ({side} auf jeder Seite, ein Radius höchstens {half}) oder Prozente wie 25%; der Winkel ist in Grad, im Uhrzeigersinn ab der Waagerechten.',
  'pin.how.palette':
    'Schreib Farben mit ihren englischen Namen oder als #rrggbb und mit Kommas dazwischen, etwa: {example}. Anteile können folgen: red 60%, white 40%.',
  'pin.how.tokens':
    'Schreib für jede Zelle des Gitters eine ganze Zahl, mit Kommas dazwischen, wie die Einzelheiten eines Bildes sie zeigen: {example}.',
  'pin.how.other': 'Schreib es etwa so: {example}.',

  'errors.bad_latent_code.long_code':
    'Das ist kein ganzer Latent-Code: Er hat mehr als {most} Zeichen.\nKopiere den ganzen Code, ohne Leerzeichen darin.',
  'errors.bad_latent_code.characters':
    'Das ist kein ganzer Latent-Code: Darin stehen nur Buchstaben, Ziffern, - und _.\nKopiere den ganzen Code, ohne Leerzeichen darin.',
  'errors.bad_latent_code.too_short':
    'Das ist kein ganzer Latent-Code: Er ist zu kurz.\nKopiere den ganzen Code, ohne Leerzeichen darin.',
  'errors.bad_latent_code.checksum':
    'Das ist kein ganzer Latent-Code: Seine Prüfsumme stimmt nicht.\nKopiere den ganzen Code, ohne Leerzeichen darin.',
  'errors.bad_latent_code.breaks_off':
    'Das ist kein ganzer Latent-Code: Er bricht ab.\nKopiere den ganzen Code, ohne Leerzeichen darin.',
  'errors.bad_latent_code.impossible':
    'Das ist kein ganzer Latent-Code: Was er sagt, gibt es nicht.\nKopiere den ganzen Code, ohne Leerzeichen darin.',
  'errors.bad_latent_code.other_model':
    'Der Latent-Code ist aus einer früheren Version und von einem anderen Modell, das allein ihn lesen kann.\nBitte neu um den Code jenes Bildes, oder verwende seine Latents direkt.',
  'errors.bad_latent_code.unknown_kind':
    'Der Latent-Code enthält eine Art von Latents, „{name}“, die hier unbekannt ist.\nNimm die Version von Kaleido, die ihn gemacht hat.',
  'errors.bad_latent_code.version':
    'Der Latent-Code ist von Version {version}, die hier unbekannt ist.\nKopiere den ganzen Code, oder nimm die Version von Kaleido, die ihn gemacht hat.',

  'errors.picture_too_large.bytes':
    'Das Bild ist zu groß: Seine Datei hat {bytes, number} Bytes.\nGenommen werden Dateien bis {most, number} Bytes; speichere es kleiner oder als WebP.',
  'errors.picture_too_large.pixels':
    'Das Bild ist zu groß: {width, number} × {height, number} Pixel.\nGenommen werden bis zu {most, number} Pixel; mach es kleiner.',
  'errors.picture_too_large.side':
    'Das Bild ist zu lang: {width, number} × {height, number} Pixel.\nGenommen werden bis zu {most, number} Pixel je Seite; mach es kleiner.',
  'errors.picture_unknown': 'Das ist kein Bild, das ich lesen kann.\nSchick ein PNG, JPEG, WebP, GIF oder AVIF.',
  'errors.picture_broken': 'Das Bild ist beschädigt oder bricht ab.\nSpeichere es neu und schick es noch einmal.',
  'errors.picture_empty': 'Das Bild ist ganz durchsichtig.\nSchick eines, auf dem etwas zu sehen ist.',

  'errors.bad_draft.unknown_picture':
    'Für dieses Bild ist ein Bild „{picture}“ von „{thing}“ vorgemerkt, das dieses Modell nicht hat.\nNimm das Modell, mit dem es gemalt wurde.',
  'errors.bad_draft.unknown_part':
    'Für dieses Bild ist „{part}“ von „{thing}“ in einer anderen Farbe vorgemerkt, was dieses Modell nicht hat.\nNimm das Modell, mit dem es gemalt wurde.',
  'errors.bad_draft.unknown_paint':
    'Für dieses Bild ist eine Bemalung „{wanted}“ vorgemerkt, die dieses Modell nicht hat.\nNimm das Modell, mit dem es gemalt wurde.',
  'errors.bad_draft.unknown_colour':
    'Für dieses Bild ist eine Farbe „{wanted}“ vorgemerkt, die dieses Modell nicht hat.\nNimm das Modell, mit dem es gemalt wurde.',
  'errors.bad_draft.unknown_face':
    'Für dieses Bild ist ein Gesicht für die Stimmung „{wanted}“ vorgemerkt, das dieses Modell nicht hat.\nNimm das Modell, mit dem es gemalt wurde.',
  'errors.bad_draft.unknown_sign':
    'Für dieses Bild ist ein Zeichen für die Stimmung „{wanted}“ vorgemerkt, das dieses Modell nicht hat.\nNimm das Modell, mit dem es gemalt wurde.',
  'errors.bad_draft.no_places':
    'Für {count} Dinge der Art „{kind}“ gibt es keine Plätze.\nNimm das Modell, mit dem es gemalt wurde.',
} as const satisfies Record<keyof typeof english, string>;
