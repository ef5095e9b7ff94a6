import { refuse } from '@/lib/people/deed';

/** The refusal for who may not prepare the act. */
export const denied = () => refuse('denied', 'Hanya sekretariat yang dapat menyiapkan pengesahan.');

/** The refusal for who may not enter the act. */
export const notRatifying = () =>
  refuse('denied', 'Hanya sekretariat atau kepala daerah yang dapat mencatat penetapan.');
