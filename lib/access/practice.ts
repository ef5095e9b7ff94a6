/** In which part somebody practises: as who fills in, or as who decides on it. */
export type Side = 'drafter' | 'reviewer';

/** The key of the region where the people of a region practise; no region of a file can have it. */
export const practiceRegionId = (regionId: string) => `${regionId}--latihan`;

/** The keys of the accounts that a person practises as. */
export const practiceAccounts = (userId: string): Record<Side, string> => ({
  drafter: `${userId}-opd`,
  reviewer: `${userId}-koordinator`,
});

/** Every key under which the same person types on a device: their own, and those that they practise as. */
export function keysOf(userId: string): string[] {
  return [userId, ...Object.values(practiceAccounts(userId))];
}

/** The part in which somebody practises. */
export const sideOf = ({ reviewsOnly }: { reviewsOnly?: string }): Side =>
  reviewsOnly === undefined ? 'drafter' : 'reviewer';
