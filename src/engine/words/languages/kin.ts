/** Words for an animal's young or parents, in whatever language, as in `LanguageTable`. */
export interface Kin {
  readonly isYoung: boolean;
  readonly isPlural: boolean;
  /** Said of an animal's alone, whether or not anybody says whose. */
  readonly bare: string;
  /** Said of an animal's only behind a word for whose they are: “her kids”. */
  readonly owned: string;
}

export const KIN: readonly Kin[] = [
  {
    isYoung: true,
    isPlural: true,
    bare: `cubs calves pups ducklings goslings chicks kittens puppies foals piglets hatchlings cygnets lambs joeys fawns babies younglings welpen küken kätzchen ferkel entenküken jungtiere
      poussins chiots chatons canetons oursons cachorros gatitos patitos pollitos crías filhotes cuccioli pulcini gattini kuikens kittens biggetjes kociętami szczeniętami kaczątkami młodymi młode
      утятами утята котятами котята щенками щенята медвежатами медвежата цыплятами цыплята детёнышами детёныши лисятами лисята поросятами каченятами кошенятами yavrularıyla yavruları`,
    owned: `kids children young little_ones bebes offspring kinder kindern babys jungen junge kleinen bébés petits enfants bebés hijos hijitos bebês filhos piccoli bambini figli cagnolini baby's kinderen jongen
      dziećmi dzieci детьми детками малышами малыши 子供たち 孩子们 孩子們 宝宝们 새끼들`,
  },
  {
    isYoung: true,
    isPlural: false,
    bare: `cub calf pup duckling gosling foal hatchling cygnet joey fawn welpe poussin chiot chaton caneton cría filhote cucciolo pulcino kuiken kocięciem szczeniakiem
      утёнком котёнком щенком медвежонком детёнышем цыплёнком yavrusu yavrusuyla 赤ちゃん 宝宝 寶寶 새끼`,
    owned: `baby kid child son daughter puppy kitten chick lamb piglet little_one junges kleines kind sohn tochter bébé petit bebé hijo hija bebê filho filha piccolo bambino figlio kindje jong malutkim
      dzieckiem малышом ребёнком bebeği 子供 孩子 아기`,
  },
  {
    isYoung: false,
    isPlural: false,
    bare: `mom mommy momma mum mummy mama mamma dad daddy papa mutter mami vater papi maman mamá papá mãe mamãe pai papai papà babbo moeder vader mamą mama tatą tata мамой мама папой папа
      annesi annesiyle babası babasıyla お母さん お父さん ママ パパ 妈妈 媽媽 爸爸 엄마 아빠`,
    owned: 'mother father parent mère père madre padre matką ojcem матерью отцом 母 父 母亲 父亲',
  },
  {
    isYoung: false,
    isPlural: true,
    bare: '',
    owned:
      'parents moms dads eltern padres pais genitori ouders rodzicami rodzice родителями родители ebeveynleri 両親 父母 부모님',
  },
];

/** Says whose somebody is. */
export const WHOSE = `its it's his her their sein seine seinem seinen seiner ihr ihre ihren ihrem ihrer son sa ses leur leurs su sus seu sua seus suas suo suoi sue zijn haar hun jego jej swoją swoim swoimi swoimi
  его её ее своей своим своими свою`;

/** Several of a kind with a young one: “a bunny **family**”. */
export const KIN_TOGETHER =
  'family familie famille familia família famiglia gezin rodzina семья ailesi 家族 一家 家庭 가족';

/** Animals whose people call themselves their parents, by caption name: “dog mom”. */
export const PETS: ReadonlySet<string> = new Set(['cat', 'dog']);
