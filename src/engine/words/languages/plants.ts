/** What bears fruit, by the caption name of what is drawn of it; English words. */
export const PLANTS: Readonly<Record<string, string>> = {
  'potted plant': 'plant plants seedling seedlings sapling vine vines plant_pot',
  tree: 'tree trees bush bushes shrub shrubs',
};
/** What a plant in a pot is in. */
export const POTS = `pot pots flowerpot flower_pot plant_pot planter clay_pot terracotta_pot topf blumentopf töpfchen pot_de_fleurs maceta tiesto vaso vasinho
  vaso_de_plantas vaso_di_fiori vasetto bloempot potje doniczce doniczka doniczkę горшке горшок горшочке горщику горщик вазоні saksıda saksı 鉢 植木鉢 花盆 盆 화분 화분에 गमले गमला أصيص وعاء_زهور`;
/** Says of a plant behind it that it is in one. */
export const POTTED = `potted eingetopft eingetopfte eingetopfter en_pot empoté em_vaso in_vaso in_pot w_doniczce saksıda 鉢植えの 盆栽的 화분에_심은 गमले_में`;
/** Caption names of what grows, and is in a pot where it is in something so called. */
export const GROWING = `cactus seedling herb leafy_green tulip rose sunflower hibiscus daisy flower blossom cherry_blossom hyacinth lotus bouquet white_flower tree evergreen_tree
  deciduous_tree pine_tree palm_tree christmas_tree bush shamrock four_leaf_clover clover fern pine_decoration mushroom bamboo sheaf_of_rice wilted_flower strawberry tomato`;
