import { handleAuth } from '@/lib/access/next-auth';

export { handleAuth as GET, handleAuth as POST };
