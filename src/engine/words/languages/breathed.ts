/**
 * What comes out of a mouth and is no thing by itself, by the caption name of what shows it there. Words as in
 * `LanguageTable`, in whatever language.
 */
export const BREATHED: Readonly<Record<string, string>> = {
  'sweat droplets': `water waters wasser eau l'eau de_l'eau agua água acqua woda wodą wodę вода воду водой водою su 水 물 पानी ماء الماء saliva spit speichel bave baba sputum`,
  'dashing away': `smoke smoke_rings steam vapor vapour rauch dampf fumée fumee vapeur humo vapor_de_agua fumaça fumo vapore rook stoom dym dymem parą дым дымом пар паром дим димом duman buhar
    煙 蒸気 烟 烟雾 蒸汽 연기 धुआँ धुआं دخان الدخان`,
  snowflake: `snow frost snowflakes schnee neige nieve neve sneeuw śnieg śniegiem снег снегом сніг снігом kar 雪 눈 ثلج`,
  sparkles:
    'glitter sparkles sparkle stardust magic glitzer paillettes purpurina glitter_dust блёстки блестки блёстками キラキラ 星屑',
  slime:
    'slime poison acid venom goo ooze säure schleim poison_gas veneno ácido veleno acido trucizna trucizną яд ядом слизь',
};
