import { ApplicationCommandType } from 'discord.js';
import { z } from 'zod';
import { refusal } from '../rest/api-error.js';
import { invalidForm, parseForm } from '../rest/form.js';
import { NO_CONTENT, ok, parameter, type Reply, type Request, type Route } from '../rest/router.js';
import { type ApplicationCommand, type NewCommand, newCommand } from '../schemas/command.js';
import { commandJson } from '../state/command-json.js';
import type { World } from '../state/world.js';

/** Of each type (developers/interactions/application-commands#registering-a-command). */
const MOST = {
  [ApplicationCommandType.ChatInput]: 100,
  [ApplicationCommandType.User]: 15,
  [ApplicationCommandType.Message]: 15,
};
/** New ones in a day, in each scope. */
const CREATIONS_A_DAY = 200;

const GLOBAL = '/applications/:app/commands';
const OF_GUILD = '/applications/:app/guilds/:guild/commands';

export const commandRoutes: readonly Route[] = [GLOBAL, OF_GUILD].flatMap((path): Route[] => [
  { method: 'GET', path, handle: list },
  { method: 'PUT', path, handle: replaceAll },
  { method: 'POST', path, handle: create },
  { method: 'GET', path: `${path}/:command`, handle: read },
  { method: 'PATCH', path: `${path}/:command`, handle: edit },
  { method: 'DELETE', path: `${path}/:command`, handle: remove },
]);

function list(request: Request): Reply {
  const scope = scopeOf(request);
  const isFull = request.query.get('with_localizations') === 'true';
  return ok(commandsIn(request.world, scope).map((one) => commandJson(request.world, scope, one, isFull)));
}

function replaceAll(request: Request): Reply {
  const { world } = request;
  const scope = scopeOf(request);
  const wanted = parseForm(z.array(newCommand), request.json);
  const keys = wanted.map(keyOf);
  const twice = keys.findIndex((key, index) => keys.indexOf(key) < index);
  if (twice >= 0) {
    const message = 'Application command names must be unique';
    throw invalidForm([{ path: [twice, 'name'], code: 'APPLICATION_COMMANDS_DUPLICATE_NAME', message }]);
  }
  demandRoom(wanted);
  const present = commandsIn(world, scope);
  const isNew = (one: NewCommand) => !present.some((old) => keyOf(old) === keyOf(one));
  charge(world, scope, wanted.filter(isNew).length);
  const stored = wanted.map((one) =>
    store(
      world,
      one,
      present.find((old) => keyOf(old) === keyOf(one)),
    ),
  );
  world.commands.set(scope, stored);
  return ok(stored.map((one) => commandJson(world, scope, one, true)));
}

function create(request: Request): Reply {
  const { world } = request;
  const scope = scopeOf(request);
  const wanted = parseForm(newCommand, request.json);
  const present = commandsIn(world, scope);
  const old = present.find((one) => keyOf(one) === keyOf(wanted));
  const rest = present.filter((one) => one !== old);
  demandRoom([...rest, wanted]);
  if (!old) charge(world, scope, 1);
  const stored = store(world, wanted, old);
  world.commands.set(scope, [...rest, stored]);
  return { status: old ? 200 : 201, body: commandJson(world, scope, stored, true) };
}

function read(request: Request): Reply {
  const scope = scopeOf(request);
  return ok(commandJson(request.world, scope, named(request, scope), true));
}

function edit(request: Request): Reply {
  const { world } = request;
  const scope = scopeOf(request);
  const old = named(request, scope);
  const changes = parseForm(z.record(z.string(), z.unknown()), request.json);
  const stored = store(world, parseForm(newCommand, { ...old, ...changes, type: old.type }), old);
  world.commands.set(
    scope,
    commandsIn(world, scope).map((one) => (one === old ? stored : one)),
  );
  return ok(commandJson(world, scope, stored, true));
}

function remove(request: Request): Reply {
  const scope = scopeOf(request);
  const old = named(request, scope);
  request.world.commands.set(
    scope,
    commandsIn(request.world, scope).filter((one) => one !== old),
  );
  return NO_CONTENT;
}

function scopeOf(request: Request): string {
  if (parameter(request, 'app') !== request.world.app.id) throw refusal('unknownApplication');
  return request.params.guild === undefined ? 'global' : request.world.ownGuild(request.params.guild).id;
}

function commandsIn(world: World, scope: string): ApplicationCommand[] {
  return world.commands.get(scope) ?? [];
}

function named(request: Request, scope: string): ApplicationCommand {
  const found = commandsIn(request.world, scope).find((one) => one.id === parameter(request, 'command'));
  if (!found) throw refusal('unknownCommand');
  return found;
}

function keyOf(command: NewCommand): string {
  return `${command.type} ${command.name}`;
}

function store(world: World, wanted: NewCommand, old: ApplicationCommand | undefined): ApplicationCommand {
  return { ...wanted, id: old?.id ?? world.nextId(), version: world.nextId() };
}

function demandRoom(commands: readonly NewCommand[]): void {
  for (const type of [
    ApplicationCommandType.ChatInput,
    ApplicationCommandType.User,
    ApplicationCommandType.Message,
  ] as const) {
    if (commands.filter((one) => one.type === type).length > MOST[type]) throw refusal('tooManyCommands');
  }
}

function charge(world: World, scope: string, count: number): void {
  const used = (world.commandCreations.get(scope) ?? 0) + count;
  if (used > CREATIONS_A_DAY) throw refusal('tooManyCommandCreations');
  world.commandCreations.set(scope, used);
}
