/** What words of a language are bent by. */
export interface Bending {
  /** Parted by spaces; the longest that fits is taken off. */
  endings?: string;
  prefixes?: string;
  /** How many endings may follow each other. Default: 1. */
  repeats?: number;
  /** What the end of a word turns into in other cases, each as it is and what it is of: “gitarze” is “gitara”. */
  turns?: string;
  /** Where nouns are written together (“Regenbogenkatze”), what may stand between them. */
  links?: string;
}

const SLAVIC_LATIN =
  'iami ami ach ech ich ych owi ovi ego eho emu imi ymi iej ej iom om ow ou ek ka ko ki ke ku a e i o u y iem em im ym ie ia ci';
const RUSSIAN =
  'иками ами ями ого его ому ему ыми ими ики ик ых их ов ев ей ой ый ий ая яя ое ее ые ие ую юю ом ем ам ям ах ях ки ка ку ке кой кам а я о е ы и у ю ь й';
const SCANDINAVIAN = 'arna erna orna ene ane ar er or en et na ne a e n t s r';
const ROMANCE = 'itos itas ito ita inho inha inhos inhas ini ine ino ina etto etta os as es is a e i o s';

/**
 * Plain rules by language (ISO 639): both the prompt's word and the listed one are stripped before they are compared.
 */
export const ENDINGS: Readonly<Record<string, Bending>> = {
  de: { endings: 'chen lein ern ens nen er en em es e n s', links: 's n en es er e' },
  nl: { endings: 'tjes etjes jes pjes tje etje je pje en e s n', links: 's en e n' },
  fr: { endings: 'ettes ette elle elles euse euses eux aux es e s x' },
  es: { endings: ROMANCE },
  pt: { endings: `${ROMANCE} oes aes ao ais` },
  it: { endings: ROMANCE },
  gl: { endings: ROMANCE },
  ca: { endings: 'ets etes os es a s' },
  ro: { endings: 'ului ilor elor ul ele ii le lor a e i u' },
  pl: {
    endings: SLAVIC_LATIN,
    turns:
      'rze>ra rze>r ce>ka dze>ga dzie>da dzie>d cie>ta cie>t le>ła le>ł le>ło sie>sa sie>s sze>cha sze>ch ście>sta ście>st śnie>sna nie>n zie>z kie>k gie>g ów> ęcie>ęta dkach>dka ku>ek ka>ek',
  },
  cs: { endings: SLAVIC_LATIN, turns: 'ce>ka ze>ha ře>ra še>cha ku>ek' },
  sk: { endings: SLAVIC_LATIN, turns: 'ku>ok' },
  hr: { endings: SLAVIC_LATIN },
  sl: { endings: SLAVIC_LATIN },
  sr: { endings: 'ама има ог ом ем ух их а е и о у' },
  ru: { endings: RUSSIAN, turns: 'ке>ок ку>ок ком>ок ка>ок це>ец цу>ец це>цо ца>ец ьва>ев ьву>ев' },
  uk: {
    turns: 'ільці>ілець ці>ка зі>га сі>ха оні>інь оня>інь ота>іт оту>іт оти>іт ку>ок ка>ок',
    endings: `${RUSSIAN} іями іях ого ому ими их ів ою ею ією і ії ї іи ик ики`,
  },
  be: { endings: RUSSIAN },
  bg: { endings: 'ите ата ето ът та то те ят а и о е' },
  sv: { endings: SCANDINAVIAN, links: 's' },
  da: { endings: SCANDINAVIAN, links: 's e' },
  no: { endings: SCANDINAVIAN, links: 's e' },
  tr: {
    endings:
      'lar ler lari leri larin lerin nin nun in un i u a e ya ye yi yu da de ta te dan den tan ten la le yla yle li lu siz suz si su cik cuk m ki',
    repeats: 3,
  },
  fi: {
    endings: 'issa issä ista istä illa illä ssa ssä sta stä lla llä lta ltä lle ksi in en an n t a ä ia iä ja jä',
    repeats: 2,
    links: 'n',
  },
  hu: { endings: 'okat eket akat ok ek ak ban ben nak nek val vel on en ot et at t k', links: '' },
  el: { endings: 'ους ων ες οι ος ου ον α η ο ι ς' },
  ko: {
    endings: '들이 들을 들은 들 에서 으로 하고 이랑 랑 에게 까지 부터 처럼 은 는 이 가 을 를 의 에 와 과 도 로 만',
    repeats: 2,
  },
  hi: { endings: 'ियाँ ियों ों ें े ी ा ँ' },
  ar: { endings: 'تين تان ات ين ون ان ية ة ه ي ا', prefixes: 'وال بال كال فال لل ال و' },
  fa: { endings: 'های ها ی' },
  he: { endings: 'ים ות ה', prefixes: 'ה ו ב ל' },
  id: { endings: 'nya', prefixes: '' },
};
