import { z } from 'zod';
import { setting, whole } from './values/index.js';

/** Quotas where admins set nothing else. */
export const QUOTA = {
  imagesPerDay: whole(
    'KALEIDO_IMAGES_PER_DAY',
    'Images a day for each user, where admins set nothing else.',
    0,
    1_000_000,
    100,
  ),
  inFlight: whole(
    'KALEIDO_IN_FLIGHT',
    'Grids that a user may have waiting or running, where admins set nothing else.',
    0,
    10_000,
    5,
  ),
  costPerDay: setting(
    'KALEIDO_COST_PER_DAY',
    'What the pictures of a day may cost each user (`KALEIDO_PAINTER_PRICE`), where admins set nothing else.',
    'as much as they are',
    'Set it to a number from 0 to 1000000 with at most three decimals, or unset it.',
    z
      .string()
      .regex(/^\d{1,7}(?:\.\d{1,3})?$/)
      .transform((text) => Math.round(1000 * Number(text)))
      .pipe(z.int().max(1_000_000_000))
      .optional(),
  ),
  priceUnit: setting(
    'KALEIDO_PRICE_UNIT',
    'What prices are in, such as USD.',
    '`credits`',
    'Set it to a word of at most 16 characters, or unset it.',
    z.string().trim().min(1).max(16).default('credits'),
  ),
  thingsPerUser: whole('KALEIDO_THINGS_PER_USER', 'Own pictures that a user may keep under names.', 0, 10_000, 20),
  thingsPerSpace: whole(
    'KALEIDO_THINGS_PER_SPACE',
    'Own pictures that admins may keep for everybody of a server.',
    0,
    10_000,
    50,
  ),
  thingsMebibytes: whole(
    'KALEIDO_THINGS_MIB',
    'Mebibytes that the kept pictures of a user, or of a server, may take together.',
    1,
    1_000,
    10,
  ),
  timeZone: setting(
    'KALEIDO_TIME_ZONE',
    'Time zone whose midnight starts a new quota day, where admins set nothing else.',
    '`UTC`',
    'Set it to an IANA name such as Europe/Berlin, or unset it.',
    z
      .string()
      .default('UTC')
      .refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC'),
  ),
};
