import { type Deed, refuse } from '@/lib/people/deed';

/** The refusal for who may not keep the stages. */
export const denied = () => refuse('denied', 'Hanya sekretariat yang dapat mengatur tahap.');

/** An earlier answer as it is told here: whoever left office hears why in this room's words. */
export const told = (stop: Deed): Deed => (!stop.ok && stop.reason === 'denied' ? denied() : stop);

export const missing = () => refuse('missing', 'Tahap ini tidak ada lagi. Muat ulang halaman.');
