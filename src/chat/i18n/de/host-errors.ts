import type { hostErrors as english } from '../en/index.js';

/** Was an Modell, Einstellungen, Datenbank oder Dateien nicht stimmt, für die, die Kaleido betreiben. */
export const hostErrors = {
  'host.bundle_missing':
    '{path} ist nicht da oder nicht lesbar: Gib den Pfad eines ganzen Ordners an, in dem {manifestFile} und alle darin genannten Dateien liegen.',
  'host.bundle_invalid.file': '{path} passt nicht ({detail}): Exportiere es neu mit dem Trainingscode dieser Version.',
  'host.bundle_invalid.format':
    '{path} hat Format {format}, und diese Version liest Format {read}: Nimm {shipped} dieser Version, oder exportiere neu mit ihrem Trainingscode.',
  'host.bundle_corrupt.file': '{path} ist beschädigt ({detail}): Hol die Datei neu, und kopiere den ganzen Ordner.',
  'host.bundle_corrupt.words':
    'Die Wörtertabellen in models/words fehlen oder sind beschädigt.\nSie gehören zu Kaleido: Installiere es neu, oder nimm den Ordner aus einem frischen Klon.',
  'host.model_failed.unopened':
    'Das Modell {path} lässt sich nicht öffnen: {detail}.\nPrüfe, ob das Bundle vollständig ist und sein Format zu dieser Version von Kaleido passt.',
  'host.model_failed.failed':
    'Das Modell {path} ist auf {provider} gescheitert: {detail}.\n`kaleido doctor` prüft das Bundle und die Ausführungsanbieter.',
  'host.model_failed.no_output':
    'Das Modell gab keine Ausgabe {name} vom Typ {type}.\nNimm ein Bundle, dessen Format zu dieser Version von Kaleido passt.',
  'host.model_failed.output_type':
    'Die Ausgabe {name} ist vom Typ {type}; es gehen nur float32 und int64.\nNimm ein Bundle, dessen Format zu dieser Version von Kaleido passt.',
  'host.model_failed.other_graph':
    'prior.onnx vergleicht die Plätze in seiner Folge anders als die Datei eines Bundles.\nNimm ein Bundle, dessen Format zu dieser Version von Kaleido passt.',
  'host.unreadable_input.unreadable': '{path} lässt sich nicht lesen.\nPrüfe den Pfad.',
  'host.unreadable_input.no_file':
    '{path} ist keine Datei.\nNenne eine Datei, keinen Ordner, kein Gerät und keine Pipe.',
  'host.unreadable_input.too_large': '{path} ist zu groß: {bytes} Bytes.\nGelesen werden Dateien bis {most} Bytes.',
  'host.unreadable_input.not_picture':
    'Diese Datei ist kein Bild.\nGib ein Bild an, das kaleido imagine geschrieben hat.',
  'host.unreadable_input.no_record':
    'In diesem Bild steht nichts von Kaleido.\nManche Chats und Programme entfernen Metadaten: Nimm die Datei, die kaleido imagine geschrieben hat.',
  'host.unreadable_input.bad_record':
    'Was Kaleido in dieses Bild geschrieben hat, ist nicht lesbar.\nEs wurde beschädigt oder von einer neueren Version geschrieben: Erneuere Kaleido, oder nimm die ursprüngliche Datei.',
  'host.unwritable_output.data_folder':
    'Der Datenordner {path} lässt sich nicht anlegen.\nNenne mit --data oder KALEIDO_DATA einen, in den du schreiben darfst.',
  'host.folder_in_use':
    'Ein anderes kaleido up (Prozess {pid}) läuft auf {folder}.\nBeende es zuerst, oder gib diesem mit --data oder KALEIDO_DATA einen eigenen Ordner.',
  'host.unwritable_output.unwritten':
    '{path} lässt sich nicht schreiben.\nWähle einen anderen Ort, oder prüfe Rechte und freien Platz des Ordners.',
  'host.unwritable_output.folder': '{path} ist ein Ordner.\nGib den Namen einer Datei an, etwa grid.png.',
  'host.unwritable_output.no_file': '{path} ist keine Datei.\nGib den Namen einer Datei an, etwa grid.png.',
  'host.database_unavailable.unreachable':
    'Die Datenbank ist nicht erreichbar.\nPrüfe, ob der Server läuft und DATABASE_URL seinen Rechner und Port nennt.',
  'host.database_unavailable.refused': 'Die Datenbank lehnt Nutzer oder Passwort ab.\nPrüfe beides in DATABASE_URL.',
  'host.database_unavailable.no_database':
    'Auf dem Server gibt es keine Datenbank dieses Namens.\nLege sie an (CREATE DATABASE …), oder berichtige den Namen in DATABASE_URL.',
  'host.database_unavailable.busy':
    'Die Datenbank ist überlastet.\nErhöhe max_connections des Servers, oder starte weniger Prozesse.',
  'host.database_unavailable.full': 'Der Datenträger der Datenbank ist voll.\nSchaffe dort Platz.',
  'host.database_unavailable.starting':
    'Die Datenbank startet oder endet gerade.\nVersuch es in einer Minute noch einmal.',
  'host.database_unavailable.data_folder':
    'Der Datenordner {folder} ist nicht brauchbar: {detail}.\nWähle einen Ordner, in den du schreiben darfst, oder: Setze DATABASE_URL auf einen PostgreSQL-Server (Version 14 oder neuer).',
  'host.database_unavailable.password':
    'Das Passwort der Datenbank lässt sich nicht ablegen: {detail}.\nStarte Kaleido als der Nutzer, dem {folder} gehört, oder: Setze DATABASE_URL auf einen PostgreSQL-Server (Version 14 oder neuer).',
  'host.database_unavailable.other_user':
    'Die Datenbank in {folder} gehört einem anderen Nutzer.\nStarte Kaleido als dieser, oder: Setze DATABASE_URL auf einen PostgreSQL-Server (Version 14 oder neuer).',
  'host.database_unavailable.not_made':
    'Die Datenbank in {folder} lässt sich nicht anlegen.\n{detail}\n{missingMb, plural, =0 {Behebe, was oben steht, oder: Setze DATABASE_URL auf einen PostgreSQL-Server (Version 14 oder neuer).} other {Der Datenträger von {folder} ist voll; schaffe Platz für mindestens # MB.}}',
  'host.database_unavailable.not_started':
    'Das eingebettete PostgreSQL in {folder} startet nicht.\n{detail}\n{missingMb, plural, =0 {Behebe, was oben steht, oder: Setze DATABASE_URL auf einen PostgreSQL-Server (Version 14 oder neuer).} other {Der Datenträger von {folder} ist voll; schaffe Platz für mindestens # MB.}}',
  'host.database_unavailable.not_stopped':
    'Das eingebettete PostgreSQL in {folder} hält nicht an.\n{detail}\nEs läuft weiter und wird beim nächsten Start wiedergefunden.',
  'host.database_unavailable.no_loader':
    'Das eingebettete PostgreSQL läuft hier nicht: Diesem System fehlt die C-Bibliothek, für die es gebaut ist (glibc).\nSetze DATABASE_URL auf einen PostgreSQL-Server (Version 14 oder neuer).',
  'host.database_unavailable.not_run':
    'Das eingebettete PostgreSQL läuft hier nicht: {detail}.\nSetze DATABASE_URL auf einen PostgreSQL-Server (Version 14 oder neuer).',
  'host.database_unavailable.no_platform':
    'Für {platform} gibt es kein eingebettetes PostgreSQL.\nSetze DATABASE_URL auf einen PostgreSQL-Server (Version 14 oder neuer).',
  'host.database_unavailable.no_package':
    'Das Paket {name} mit dem eingebetteten PostgreSQL ist nicht installiert.\nInstalliere die Pakete von Kaleido samt den optionalen neu (npm ci), oder: Setze DATABASE_URL auf einen PostgreSQL-Server (Version 14 oder neuer).',
  'host.database_unavailable.no_link':
    'Dem eingebetteten PostgreSQL fehlt {path}: {detail}.\nFühre einmal npm rebuild aus, als Nutzer, der dort schreiben darf, oder: Setze DATABASE_URL auf einen PostgreSQL-Server (Version 14 oder neuer).',
  'host.database_unavailable.not_executable':
    '{path} lässt sich nicht ausführen: {detail}.\nMach die Datei ausführbar, oder: Setze DATABASE_URL auf einen PostgreSQL-Server (Version 14 oder neuer).',
  'host.database_unavailable.no_user':
    'PostgreSQL läuft nicht als root, und einen Nutzer „{user}“ gibt es nicht.\nStarte Kaleido als gewöhnlicher Nutzer, oder lege diesen an (useradd --system {user}), oder: Setze DATABASE_URL auf einen PostgreSQL-Server (Version 14 oder neuer).',
  'host.database_unavailable.closed_folder':
    'PostgreSQL läuft als Nutzer „{user}“, dem {folder} verschlossen ist.\nLege Kaleido und seine Daten woandershin, oder führe chmod o+x {folder} aus, oder starte Kaleido als gewöhnlicher Nutzer.',
  'host.database_unavailable.no_migrations':
    'Die Migrationen der Datenbank in {folder} sind nicht lesbar.\nInstalliere Kaleido neu.',
  'host.database_invalid.unmigrated': 'Der Datenbank fehlen die Tabellen dieser Version.\nFühre aus: kaleido migrate',
  'host.database_invalid.version':
    'Die Datenbank in {folder} ist von PostgreSQL {version}, nicht {ours}.\nStarte die Version von Kaleido, die sie angelegt hat, kopiere die Daten mit pg_dump heraus, und spiele sie in einen neuen Ordner ein.',
  'host.database_invalid.newer':
    'Die Datenbank hat die Migration {migration}, die dieser Version fehlt.\nEin neueres Kaleido hat sie angelegt. Starte jene Version, oder spiele die Sicherung von vor dem Wechsel ein.',
  'host.database_invalid.unfinished':
    'Die Migration {migration} hat ein anderes Programm begonnen und nicht beendet.\nBringe die Datenbank in Ordnung, und führe dann aus: npx prisma migrate resolve --rolled-back {migration}',
  'host.database_invalid.changed':
    'Die Migration {migration} wurde geändert, nachdem die Datenbank sie angewandt hatte.\nInstalliere Kaleido neu, damit seine Migrationen die veröffentlichten sind.',
  'host.database_invalid.not_applied':
    'Die Migration {migration} lässt sich nicht anwenden: {detail}.\nNichts davon blieb. Gib Kaleido eine eigene Datenbank, deren Tabellen seine Rolle anlegen darf.',
  'host.blobs_unavailable.folder':
    'Der Bilderordner {folder} ist nicht brauchbar: {detail}.\nSchaffe Platz und erlaube Kaleido, dort zu schreiben, oder setze KALEIDO_BLOBS auf einen anderen Ordner.',
  'host.blobs_unavailable.bucket':
    'Der Bucket {bucket} ist nicht brauchbar: {detail}.\nPrüfe KALEIDO_BLOBS, die Einstellungen KALEIDO_S3_* und die Zugangsdaten (AWS_ACCESS_KEY_ID, …).',
  'host.queue_unavailable':
    'Die Warteschlange ist nicht erreichbar.\nPrüfe, ob {backend, select, redis {REDIS_URL ein laufendes Redis nennt} other {die Datenbank läuft}} und von hier aus zu erreichen ist.',

  // Ein Programm, das über HTTP malt
  'host.painter_away':
    'Das Malprogramm auf {host} ist nicht erreichbar: {detail}.\nPrüfe, ob es läuft, seine API anbietet (A1111: --api) und KALEIDO_PAINTER_URL von hier zu ihm führt.',
  'host.painter_failed':
    'Das Malprogramm auf {host} ist gescheitert: {detail}.\nSieh in sein Protokoll; meist ist der Speicher der Karte zu klein, und ein kleineres KALEIDO_PAINTER_SIZE hilft.',
  'host.painter_invalid.login':
    'Das Malprogramm auf {host} lehnt Benutzer, Passwort oder API-Schlüssel ab.\nSetze KALEIDO_PAINTER_USER und KALEIDO_PAINTER_PASSWORD, oder KALEIDO_PAINTER_TOKEN, so, wie das Programm sie hat (A1111: --api-auth user:password).',
  'host.painter_invalid.elsewhere':
    'Was auf {host} antwortet, schickt Kaleido für sich oder für ein Bild an eine andere Adresse, und dorthin geht es nicht.\nSetze KALEIDO_PAINTER_URL auf das Programm selbst, mit https://, wo es das hat.',
  'host.painter_invalid.not_api':
    'Was auf {host} antwortet, ist nicht die API, die KALEIDO_PAINTER nennt: {detail}.\nStarte das Programm mit seiner API (A1111: --api) und prüfe KALEIDO_PAINTER_URL.',
  'host.painter_invalid.bad_picture':
    'Das Malprogramm auf {host} gab ein Bild, mit dem sich nichts anfangen lässt: {detail}.\nPrüfe KALEIDO_PAINTER_SIZE und ob das Programm Bilder als PNG, JPEG oder WebP speichert.',
  'host.painter_invalid.too_large':
    'Das Malprogramm auf {host} antwortete mit mehr als {most} Bytes; das ist kein Bild.\nPrüfe KALEIDO_PAINTER_URL und KALEIDO_PAINTER_SIZE.',
  'host.painter_invalid.other_model':
    'Das Malprogramm auf {host} malt nicht mit „{wanted}“, sondern hat: {detail}.\nSetze KALEIDO_PAINTER_MODEL auf eines davon, oder gar nicht.',
  'host.painter_invalid.unpaid':
    'Der Dienst auf {host} malt erst wieder, wenn er bezahlt ist.\nSieh dort in dein Konto.',
  'host.painter_invalid.size':
    'Der Dienst auf {host} malt keine Bilder dieser Größe: {detail}.\nSetze KALEIDO_PAINTER_SIZE auf eine, die er nimmt, etwa 1024.',
  'host.painter_invalid.workflow_refused':
    'ComfyUI auf {host} kann den Workflow nicht ausführen: {detail}.\nÖffne ihn dort und lass ihn einmal laufen; was ihm fehlt, Knoten oder Modelle, zeigt sich dort. Exportiere ihn dann neu.',
  'host.painter_invalid.no_workflow':
    'In {path} liegt kein Workflow von ComfyUI im API-Format.\nExportiere einen in ComfyUI mit Workflow, Export (API), und setze KALEIDO_PAINTER_WORKFLOW auf die Datei.',
  'host.painter_invalid.editor_workflow':
    '{path} ist ein Workflow, wie ComfyUIs Editor ihn speichert; dessen API führt ihn nicht aus.\nExportiere ihn mit Workflow, Export (API).',
  'host.painter_invalid.no_node':
    'Kein Knoten des Workflows in {path} heißt „{node}“.\nGib dem Knoten, der es nimmt, in ComfyUI den Titel {node}, und exportiere den Workflow neu.',
  'host.painter_invalid.no_input':
    'Knoten {id} ({type}) des Workflows in {path} heißt „{node}“ und hat keinen Eingang dafür, nur: {has}.\nGib diesen Titel dem Knoten, der einen hat, und exportiere den Workflow neu.',
  'host.prior_away':
    'Das Sprachmodell auf {host} ist nicht erreichbar: {detail}.\nPrüfe, ob sein Server läuft und KALEIDO_PRIOR_URL von hier zu ihm führt. Bis dahin planen Vorlagen.',
  'host.prior_invalid.login':
    'Was auf {host} antwortet, lehnt den API-Schlüssel ab.\nSetze KALEIDO_PRIOR_TOKEN so, wie der Server des Sprachmodells ihn hat.',
  'host.prior_invalid.not_api':
    'Was auf {host} antwortet, ist kein Chat-Dienst nach Art von OpenAI: {detail}.\nPrüfe KALEIDO_PRIOR_URL; bei Ollama, llama.cpp und vLLM endet sie auf /v1.',
  'host.prior_invalid.no_plan':
    'Das Sprachmodell auf {host} gab keinen brauchbaren Plan: {detail}.\nEin größeres, oder eines, das Anweisungen folgt, kann es besser (KALEIDO_PRIOR_MODEL).',
  'host.prior_invalid.no_folder':
    'Kein Ordner mit dem Sprachmodell ist gesetzt.\nSetze KALEIDO_PRIOR_FOLDER auf einen mit config.json, tokenizer.json und onnx/; docs/engines.md sagt, woher man einen bekommt.',
  'host.prior_invalid.no_library':
    'Was Sprachmodelle in diesem Prozess ausführt, ist nicht installiert.\nFühre `{command}` aus, oder setze KALEIDO_PRIOR auf chat oder templates.',
  'host.prior_invalid.bad_folder':
    'In {path} ist kein Sprachmodell, das läuft: {detail}.\nLade herunter, was fehlt, oder setze KALEIDO_PRIOR_FOLDER auf einen anderen Ordner.',
  'host.prior_invalid.late':
    'Das Sprachmodell in {path} hatte nach {seconds} s noch keine Pläne.\nNimm ein kleineres, oder erhöhe KALEIDO_PRIOR_SECONDS.',
  'host.prior_invalid.other_model':
    'Der Server auf {host} hat kein Sprachmodell „{wanted}“, nur: {detail}.\nSetze KALEIDO_PRIOR_MODEL auf eines davon, oder gar nicht.',
  'host.painter_invalid.no_folder':
    'Kein Ordner mit dem Modell ist gesetzt.\nSetze KALEIDO_PAINTER_FOLDER auf einen Ordner mit model_index.json, oder mit KALEIDO_PAINTER_MODEL auf einen, der solche Ordner enthält.',
  'host.painter_invalid.no_module':
    'Keine Datei mit dem Maler ist gesetzt.\nSetze KALEIDO_PAINTER_MODULE auf ein JavaScript-Modul, das einen exportiert; docs/engines.md sagt, wie.',
  'host.painter_invalid.bad_module':
    'Aus {path} wird kein Maler: {detail}.\nBring sie in Ordnung oder setze KALEIDO_PAINTER_MODULE auf eine andere Datei; docs/engines.md sagt, was sie exportieren muss.',
  'host.painter_invalid.no_file':
    '{path} fehlt: Das ist kein Ordner, wie ONNX-Exporte ihn haben, oder er ist nicht ganz heruntergeladen.\nLade herunter, was fehlt, und prüfe KALEIDO_PAINTER_FOLDER und KALEIDO_PAINTER_MODEL.',
  'host.painter_invalid.no_numbers':
    '{path} liefert keine Zahlen: Halbe Genauigkeit reicht ihm nicht.\nNimm einen Export, dessen vae_decoder in float32 ist oder für float16 berichtigt wurde.',
  'host.painter_invalid.bad_file': '{path} ist nicht lesbar: {detail}.\nLade die Datei neu herunter.',
  'host.painter_invalid.bad_graph':
    'Der Graph in {path} ist nicht brauchbar: {detail}.\nLade seinen Ordner neu herunter, oder exportiere das Modell mit einem aktuellen optimum.',
  'host.painter_invalid.cut_file':
    '{path} ist abgeschnitten: {bytes} Bytes, und der Graph braucht {wanted}.\nLade die Datei neu herunter.',
  'host.painter_invalid.unknown_pipeline':
    '{path} ist von einer {has}, mit der hier nicht gemalt wird.\nBekannt sind: {known}.',
  'host.painter_invalid.unknown_scheduler':
    '{path} nennt den Scheduler {has}, der unbekannt ist.\nNenne darin einen von diesen: {known}.',
  'host.painter_invalid.fixed_size':
    '{path} wurde nur für Bilder von {side} Pixeln exportiert.\nSetze KALEIDO_PAINTER_SIZE auf {side}, oder exportiere das Modell mit freien Größen.',
  'host.bad_setting.unusable': 'Die Umgebungsvariable {option} geht so nicht: „{text}“.\n{remedy}',
  'host.bad_setting.unusable_secret': 'Die Umgebungsvariable {option} geht so nicht.\n{remedy}',
  'host.bad_setting.unknown_price':
    '{option} gibt „{name}“ einen Preis, und so heißt hier nichts.\nNamen sind: {known}. Schreib einen davon, oder füge das Modell zu KALEIDO_PAINTER_MODEL hinzu.',
  'host.bad_setting.no_settings_file':
    'Die Einstellungen in {path} sind nicht lesbar.\nPrüfe, ob das eine lesbare Datei ist, oder setze {option} auf none.',
  'host.bad_setting.line_sets_nothing':
    'Zeile {line} von {path} ist nicht lesbar. Sie setzt nichts.\nSchreib NAME=Wert, oder beginne die Zeile mit #, damit sie ein Kommentar ist.',
  'host.bad_setting.line_hash':
    'Zeile {line} von {path} ist nicht lesbar. Sie hat ein # mitten im Wert.\nSetze den Wert in einfache Anführungszeichen, oder ein Leerzeichen vor das #.',
  'host.bad_setting.line_after_quote':
    'Zeile {line} von {path} ist nicht lesbar. Nach dem schließenden {quote} steht noch Text.\nSetze den ganzen Wert in eine Art von Anführungszeichen.',
  'host.bad_setting.line_open_quote':
    'Zeile {line} von {path} ist nicht lesbar. Ihr {quote} wird nicht geschlossen.\nSchreib noch ein {quote} ans Ende des Wertes.',
  'host.bad_setting.no_platform':
    'Es ist keine Chat-Plattform eingestellt.\nSetze {tokens} (docs/operating.md), oder starte kaleido up für einen Chat in diesem Terminal.',
  'host.bad_setting.slack_needs_token':
    'Slack braucht SLACK_BOT_TOKEN.\nSetze SLACK_BOT_TOKEN: für einen einzelnen Workspace. docs/operating.md zeigt, wo man das findet.',
  'host.bad_setting.slack_needs_secrets':
    'Slack braucht SLACK_CLIENT_SECRET und SLACK_STATE_SECRET.\nSetze SLACK_CLIENT_SECRET und SLACK_STATE_SECRET: passend zu SLACK_CLIENT_ID. docs/operating.md zeigt, wo man das findet.',
  'host.bad_setting.slack_needs_line':
    'Slack braucht SLACK_APP_TOKEN oder SLACK_SIGNING_SECRET.\nSetze SLACK_APP_TOKEN oder SLACK_SIGNING_SECRET: das erste für Socket Mode, das zweite für Ereignisse über HTTP. docs/operating.md zeigt, wo man das findet.',
  'host.bad_setting.address_taken':
    'Zustand und Messwerte lassen sich unter {host}:{port} nicht anbieten.\nSetze {option} auf einen freien Port, oder auf nichts.',
  'host.bad_setting.no_bucket':
    '{option} nennt keinen Bucket: „{text}“.\nSetze es auf s3://bucket oder s3://bucket/prefix.',
  'host.bad_setting.discord_token':
    'Discord kennt das Token in {option} nicht.\nKopiere es noch einmal von der Seite „Bot“ deiner App auf https://discord.com/developers/applications (Reset Token), ohne Leerzeichen.',
  'host.bad_setting.slack_token':
    'Slack lehnt das Token in {option} ab ({refusal}).\nKopiere das Bot-Token (xoxb-…) noch einmal von der Seite „OAuth“ deiner App auf https://api.slack.com/apps, oder installiere die App neu.',
  'host.not_installed': 'Die App ist im Slack-Workspace {teamId} nicht installiert.',
  'host.delivery.not_shown': 'Die Plattform hat die Karte nicht gezeigt.',
  'host.delivery.closed': 'Das Terminal ist geschlossen.',
  'host.delivery.refused': '{platform} hat die Karte abgelehnt: {refusal}.',
  'host.delivery.unreachable': '{platform} war nicht erreichbar.',
  'host.delivery.rate_limited': '{platform} bittet zu warten.',
  'host.delivery.not_installed': 'Die App ist im Slack-Workspace {teamId} nicht installiert.',
  'cli.bad_option.flag_not_whole': '{option} muss eine ganze Zahl von {min} bis {max} sein, nicht „{text}“.',
  'cli.bad_option.flag_not_number': '{option} muss eine Zahl von {min} bis {max} sein, nicht „{text}“.',
  'cli.bad_option.flag_not_interval':
    '{option} müssen zwei Zahlen von {min} bis {max} sein, die kleinere zuerst, etwa {min},{max}, nicht „{text}“.',
  'cli.bad_option.no_ending':
    '{path} hat keine Endung und steht damit für kein Bild.\nNenne eine Datei, die auf {endings} endet.',
  'cli.bad_option.other_ending':
    '{path} endet auf {ending}, was für kein Bild steht.\nNenne eine Datei, die auf {endings} endet.',
  'cli.bad_option.unknown_provider': 'Einen Ausführungsanbieter „{text}“ gibt es nicht.\nWähle aus {choices}.',
  'cli.bad_option.unknown_group': 'Eine Gruppe „{text}“ gibt es nicht.\nNenne eine von: {choices}.',
  'cli.bad_option.thing_form':
    '„{text}“ schreibt man bei {option} anders.\nSchreib einen Namen, ein Gleichheitszeichen und eine Datei, etwa: mascot=fox.png; logo:faceless=logo.png sagt, dass es kein Gesicht hat.',
  'cli.bad_option.thing_twice': 'Zwei Dinge heißen „{text}“.\nGib jedem einen eigenen Namen.',
  'cli.bad_option.nothing_like': 'Nichts wie „{text}“ ist bekannt.\nkaleido things ohne Wörter zeigt alles.',
  'cli.bad_option.no_shared_concept':
    'Bundle und Bewerter kennen kein Ding gemeinsam.\nNimm den Bewerter, der neben dem Bundle trainiert wurde.',
  'cli.bad_option.prompts_unreadable':
    '{path} lässt sich nicht lesen.\nNenne eine Textdatei mit einem Prompt je Zeile.',
  'cli.bad_option.no_prompts': '{path} enthält keine Prompts.\nSchreib einen je Zeile.',
  'cli.bad_option.unknown_prompt':
    'Der Bewerter kennt nichts von dem, was „{prompt}“ in {path} nennt.\nNenne Dinge mit ihren englischen Namen, etwa “two hearts”: evaluator.json führt sie auf.',
  'cli.bad_option.other_run':
    '{path} stammt aus einem Lauf mit anderen Modellen, Prompts oder Einstellungen.\nNenne mit --out einen anderen Ordner, oder lösche diesen.',
  'cli.bad_option.no_results':
    '{path} enthält keine Ergebnisse von kaleido eval.\nNenne einen Ordner, den kaleido eval geschrieben hat, oder einen leeren.',
  'cli.bad_option.no_baseline':
    '{methods} braucht das Bundle der Vergleichsgrundlage.\nNenne seinen Ordner mit --baseline (docs/evidence.md sagt, wie es entsteht), oder lass das aus --methods weg.',
  'cli.bad_option.too_few_pictures':
    'Zu bewerten sind {generated} Bilder, zu vergleichen {real} echte; nötig sind {fewestGenerated} und {fewestReal}.\nErhöhe --prompt-count oder --per-prompt.',
  'cli.bad_option.other_size':
    'Das Bundle malt {painted} Pixel je Seite, und der Bewerter liest {read}.\nNimm den Bewerter, der neben dem Bundle trainiert wurde.',
} as const satisfies Record<keyof typeof english, string>;
