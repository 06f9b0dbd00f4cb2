/** Parts that a unit of money or credits is counted in: whole numbers of them do not drift. */
export const PARTS_A_UNIT = 1000;
