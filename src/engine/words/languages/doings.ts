import type { Stand } from './table.js';

/** What somebody does to a thing that a layout shows, beside being so to it. */
export type Doing = 'breathed' | 'cooked' | 'pushed' | 'pulled' | 'fled';

/** How the two then stand, and words by language (ISO 639), as in `LanguageTable`. */
export const DOINGS: Readonly<Record<Doing, { stand: Stand; words: Readonly<Record<string, string>> }>> = {
  breathed: {
    stand: 'holding',
    words: {
      en: 'breathing breathes breathing_out spitting spits spewing spews blowing blows',
      de: 'speit speiend spuckt spuckend pustet pustend bläst',
      fr: 'crachant crache qui_crache soufflant souffle_des',
      es: 'escupiendo escupe que_escupe lanzando soplando',
      pt: 'cuspindo cospe soprando',
      it: 'che_sputa sputando che_soffia soffiando',
      nl: 'spuwt spuwend blaast',
      pl: 'ziejący zieje plujący',
      ru: 'дышит дышащий извергает извергающий дует',
      uk: 'дихає видихає',
      tr: 'püskürten üfleyen',
      ja: 'を吐く を吐いている を吹く',
      zh: '喷 喷着 吹 吐',
      ko: '뿜는 뿜고_있는',
    },
  },
  cooked: {
    stand: 'holding',
    words: {
      en: 'cooking cooks frying grilling grills roasting barbecuing bbqing',
      de: 'kocht kochend brät bratend grillt grillend',
      fr: 'cuisinant qui_cuisine grillant',
      es: 'cocinando friendo asando',
      pt: 'cozinhando fritando grelhando',
      it: 'che_cucina cucinando friggendo',
      nl: 'kookt kokend bakkend grillend',
      pl: 'gotujący gotuje smażący',
      ru: 'готовит готовящий жарит жарящий',
    },
  },
  pushed: {
    stand: 'beside',
    words: {
      en: 'pushing pushes shoving shoves',
      de: 'schiebt schiebend',
      fr: 'poussant pousse qui_pousse',
      es: 'empujando empuja que_empuja',
      pt: 'empurrando empurra',
      it: 'che_spinge spingendo',
      nl: 'duwt duwend',
      pl: 'pchający pcha',
      ru: 'толкает толкающий толкающая',
      ja: 'を押す を押している',
      zh: '推 推着',
    },
  },
  pulled: {
    stand: 'beside',
    words: {
      en: 'pulling pulls dragging drags towing tows hauling hauls',
      de: 'zieht ziehend',
      fr: 'tirant tire qui_tire',
      es: 'tirando_de jalando jala arrastrando arrastra',
      pt: 'puxando puxa',
      it: 'che_tira tirando che_traina',
      nl: 'trekt trekkend',
      pl: 'ciągnący ciągnie',
      ru: 'тянет тянущий тащит',
      ja: 'を引く を引いている',
      zh: '拉 拉着',
    },
  },
  fled: {
    stand: 'beside',
    words: {
      en: `running_away_from runs_away_from fleeing_from flees_from fleeing escaping_from escapes_from escaping running_from runs_from chased_by being_chased_by hunted_by followed_by`,
      de: 'läuft_weg_vor flieht_vor wird_gejagt_von gejagt_von rennt_weg_vor verfolgt_von',
      fr: 'fuyant qui_fuit fuit poursuivi_par poursuivie_par',
      es: 'huyendo_de huye_de perseguido_por perseguida_por escapando_de',
      pt: 'fugindo_de fugindo_do fugindo_da perseguido_por',
      it: 'che_scappa_da scappando_da inseguito_da inseguita_da',
      nl: 'vlucht_voor achtervolgd_door',
      pl: 'uciekający_przed ucieka_przed',
      ru: 'убегает_от убегающий_от бежит_от',
    },
  },
};
