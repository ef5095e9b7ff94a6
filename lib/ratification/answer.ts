import { type Deed, refuse } from '@/lib/people/deed';

/** The refusal for who may not prepare the act. */
export const denied = () => refuse('denied', 'Hanya sekretariat yang dapat menyiapkan pengesahan.');

/** The refusal for who may not enter the act. */
export const notRatifying = () =>
  refuse('denied', 'Hanya sekretariat atau kepala daerah yang dapat mencatat penetapan.');

/** An earlier answer as it is told here: whoever left office hears why in this room's words. */
export const told = (stop: Deed): Deed => (!stop.ok && stop.reason === 'denied' ? denied() : stop);
