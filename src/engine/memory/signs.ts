/** What is drawn over who feels or does something, by caption name, and is small and no third one beside two. */
const SIGNS: ReadonlySet<string> = new Set(
  `heart,pink heart,orange heart,light blue heart,brown heart,black heart,grey heart,white heart,broken heart,heart with arrow,heart with ribbon,sparkling heart,growing heart,beating heart,revolving hearts,two hearts,heart exclamation,heart on fire,mending heart,sparkles,fire,star,glowing star,shooting star,dizzy,lightning,rainbow,snowflake,sun,cloud,cloud with rain,cloud with snow,cloud with lightning,collision,anger symbol,zzz,musical note,musical notes,party popper,confetti ball,fireworks,sparkler,sweat droplets,hundred points,crescent moon`.split(
    ',',
  ),
);

export const isSignThing = (name: string): boolean => SIGNS.has(name);
