/** Dates of office hold by the calendar of the region, not of the server. */
function today(): Date {
  const date = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Jakarta' }).format(new Date());
  return new Date(`${date}T00:00:00Z`);
}

/** Memberships that hold today. */
export function heldToday() {
  const day = today();
  return {
    AND: [
      { OR: [{ validFrom: null }, { validFrom: { lte: day } }] },
      { OR: [{ validTo: null }, { validTo: { gte: day } }] },
    ],
  };
}
