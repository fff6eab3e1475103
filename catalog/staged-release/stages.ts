/** The shares of the traffic in per cent, in the order of the stages. */
export const shares = [5, 25, 100] as const;
