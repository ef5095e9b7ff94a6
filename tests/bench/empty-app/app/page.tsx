import { nothingAction } from './actions';

export const dynamic = 'force-dynamic';

export default function Page() {
  return (
    <form action={nothingAction as unknown as () => Promise<void>}>
      <button type="submit">1</button>
    </form>
  );
}
