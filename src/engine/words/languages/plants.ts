/** What bears fruit, by the caption name of what is drawn of it; English words. */
export const PLANTS: Readonly<Record<string, string>> = {
  'potted plant': 'plant plants seedling seedlings sapling vine vines plant_pot',
  tree: 'tree trees bush bushes shrub shrubs',
};
/** What a plant in a pot is in. */
export const POTS = 'pot pots flowerpot flower_pot plant_pot planter clay_pot terracotta_pot';
