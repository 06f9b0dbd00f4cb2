import type { Action, Card, CardPicture, SelectAction } from '../../chat/cards/index.js';
import type { MessageReply } from '../../chat/replies/index.js';
import { plainLine } from '../../chat/text/index.js';
import { messageOf } from '../../core/basics/index.js';
import { renderCard, renderMenu, renderMessage } from './render.js';
import { type DrawPicture, linesForPicture, type Page, savePicture, wrap } from './window/index.js';

/** Prints what there is to see, and remembers what of it can be pressed. */
export interface Pages {
  /** @param withPicture false where only its words are news */
  card(card: Card, withPicture: boolean): Promise<void>;
  message(reply: MessageReply): Promise<void>;
  /** What a menu of the latest page has to choose from. @param number that presses it */
  menu(menu: SelectAction, number: number): void;
  /** What the latest page with actions offers, in the order of its numbers. */
  actions(): readonly Action[];
  /** The generation that those are of; null when they are on a message that shows none. */
  generationId(): string | null;
  /** The generation whose card was printed last. */
  latestId(): string | null;
}

/** Where and how pages are printed. */
export interface PagesOptions {
  page: Page;
  /** Folder that pictures are written to. */
  folder: string;
  drawPicture: DrawPicture;
  print(text: string): void;
}

/** Pages on one terminal. */
export function createPages({ page, folder, drawPicture, print }: PagesOptions): Pages {
  let actions: readonly Action[] = [];
  let generationId: string | null = null;
  let latestId: string | null = null;
  const { style, t } = page;

  const offer = (rows: readonly (readonly Action[])[], id: string | null) => {
    const all = rows.flat();
    if (all.length === 0) return;
    actions = all;
    generationId = id;
  };
  /** What is hidden behind a spoiler is written, and shown to nobody who looks over the shoulder. */
  const showPicture = async (picture: CardPicture, isHidden: boolean, beside: string) => {
    const drawn = isHidden ? null : await drawPicture(picture.file, linesForPicture(beside, page));
    if (drawn !== null) print(drawn.trimEnd());
    // A full disk or a folder that cannot be written must not keep the card from being shown.
    const place = await savePicture(folder, picture).then(style.key, (error: unknown) =>
      style.error(t('terminal.not_saved', { why: messageOf(error) })),
    );
    print(place);
  };

  return {
    async card(card, withPicture) {
      latestId = card.generationId;
      const words = renderCard(card, page);
      if (withPicture && card.picture !== null) await showPicture(card.picture, card.isSpoiler, words);
      offer(card.actions, card.generationId);
      print(words);
    },
    async message(reply) {
      const { pictures, upload, actions: rows } = reply;
      for (const picture of pictures) {
        await showPicture(picture, false, picture.altText);
        print(style.dim(wrap(plainLine(picture.altText), page.width)));
      }
      if (upload !== undefined) {
        await showPicture(upload.picture, false, '');
        print(t('terminal.no_upload', { use: upload.use }));
      }
      offer(rows, null);
      print(renderMessage(reply, page));
    },
    menu: (menu, number) => print(renderMenu(menu, number, page)),
    actions: () => actions,
    generationId: () => generationId,
    latestId: () => latestId,
  };
}
