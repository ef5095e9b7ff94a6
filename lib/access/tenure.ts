const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Jakarta' });

/** Dates of office hold by the calendar of the region, not of the server. */
export function today(): Date {
  const date = calendar.format(new Date());
  return new Date(`${date}T00:00:00Z`);
}

/** Memberships that hold today. */
export const heldToday = () => heldOn(today());

/** Memberships that hold on a day. */
export function heldOn(day: Date) {
  return {
    AND: [
      { OR: [{ validFrom: null }, { validFrom: { lte: day } }] },
      { OR: [{ validTo: null }, { validTo: { gte: day } }] },
    ],
  };
}

/** Memberships that hold today, whose department has not ended. */
export const actingToday = () => ({
  AND: [heldToday(), { OR: [{ departmentId: null }, { department: heldToday() }] }],
});

/** Regional plans that nothing has repealed by today. */
export const inForceToday = () => ({ OR: [{ repealedAt: null }, { repealedAt: { gt: today() } }] });
