import type { PromptNotice } from '../../core/prompts/index.js';
import type { Translate } from '../i18n/index.js';

/** What somebody should know of how a prompt was read, in one sentence. */
export function promptNoticeText(notice: PromptNotice, t: Translate): string {
  switch (notice.type) {
    case 'cut':
      return t('notice.prompt.cut', { said: notice.said });
    case 'read-as':
      return t('notice.prompt.read_as', { said: notice.said, name: notice.name });
    case 'removed':
      return t('notice.prompt.removed', { said: notice.said });
    case 'inseparable':
      return t('notice.prompt.inseparable', { said: notice.said });
    case 'contradicted':
      return t('notice.prompt.contradicted', { said: notice.said });
    case 'unknown': {
      const nearest = notice.nearest.map((name) => t('notice.quoted', { text: name })).join(', ');
      return t('notice.prompt.unknown', { said: notice.said, nearest: nearest || 'none' });
    }
    case 'skin':
      return t('notice.prompt.skin', { said: notice.said });
    case 'left-out':
      return t('notice.prompt.left_out', { said: notice.said, why: notice.why.replaceAll('-', '_') });
  }
}
