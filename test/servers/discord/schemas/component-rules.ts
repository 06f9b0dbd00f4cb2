import { ComponentType } from 'discord.js';
import { type FormIssue, invalidForm } from '../rest/form.js';
import type { Interactive, MessageComponent } from './components.js';

/** What a user can press or choose in a message, in order. */
export function interactives(components: readonly MessageComponent[]): Interactive[] {
  return components.flatMap((one): Interactive[] => {
    if (one.type === ComponentType.ActionRow) return one.components;
    if (one.type === ComponentType.Container) return interactives(one.components);
    if (one.type === ComponentType.Section && one.accessory.type === ComponentType.Button) return [one.accessory];
    return [];
  });
}

/** Names of the message's own files that its components show. */
export function shownFiles(components: readonly MessageComponent[]): string[] {
  return components.flatMap((one) => {
    if (one.type === ComponentType.Container) return shownFiles(one.components);
    return urlsOf(one)
      .filter((url) => url.startsWith('attachment://'))
      .map((url) => url.slice('attachment://'.length));
  });
}

/**
 * Rules over all components of a message: five rows in a legacy one; 40 components, 4,000 characters and only shown
 * files in a Components V2 one; custom ids unique in both (developers/components/reference).
 *
 * @throws ApiError 50035
 */
export function checkComponents(components: readonly MessageComponent[], isV2: boolean, path: PropertyKey[]): void {
  const issues: FormIssue[] = [];
  const at = (code: string, message: string) => issues.push({ path: [...path, 'components'], code, message });
  if (isV2) {
    if (count(components) > 40)
      at('COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED', 'A message may hold 40 components in all');
    if (textOf(components) > 4000) {
      at('COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', 'Component displayable text size exceeds maximum size of 4000');
    }
  } else {
    if (components.length > 5) at('BASE_TYPE_MAX_LENGTH', 'Must be 5 or fewer in length.');
    for (const [index, one] of components.entries()) {
      if (one.type === ComponentType.ActionRow) continue;
      const where = [...path, 'components', index, 'type'];
      issues.push({ path: where, code: 'UNION_TYPE_CHOICES', message: 'Value of field "type" must be one of (1,).' });
    }
  }
  const seen = new Set<string>();
  for (const { custom_id: id } of interactives(components)) {
    if (id !== undefined && seen.has(id))
      at('COMPONENT_CUSTOM_ID_DUPLICATED', `Component custom id cannot be duplicated: ${id}`);
    if (id !== undefined) seen.add(id);
  }
  if (issues.length > 0) throw invalidForm(issues);
}

function count(components: readonly MessageComponent[]): number {
  return components.reduce((sum, one) => {
    if (one.type === ComponentType.Container) return sum + 1 + count(one.components);
    if (one.type === ComponentType.ActionRow) return sum + 1 + one.components.length;
    if (one.type === ComponentType.Section) return sum + 2 + one.components.length;
    return sum + 1;
  }, 0);
}

function textOf(components: readonly MessageComponent[]): number {
  return components.reduce((sum, one) => {
    if (one.type === ComponentType.Container) return sum + textOf(one.components);
    if (one.type === ComponentType.Section) return sum + textOf(one.components);
    return one.type === ComponentType.TextDisplay ? sum + one.content.length : sum;
  }, 0);
}

function urlsOf(one: MessageComponent): string[] {
  if (one.type === ComponentType.MediaGallery) return one.items.map((item) => item.media.url);
  if (one.type === ComponentType.File) return [one.file.url];
  if (one.type === ComponentType.Section && one.accessory.type === ComponentType.Thumbnail)
    return [one.accessory.media.url];
  return [];
}
