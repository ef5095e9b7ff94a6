import 'server-only';
import { headers } from 'next/headers';
import NextAuth, { type NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { currentRequest } from '@/lib/server/request-context';
import { ownPath } from './own-path';
import { cookieNames, getWhoever } from './request';
import { signInForm } from './schema';
import { closeSession, openSession } from './session';
import { authSecret, sessionSeconds } from './settings';

// The front has checked the host that a request names against the settings.
process.env.AUTH_TRUST_HOST = 'true';

/**
 * The same sign-in for programs, over next-auth's own endpoints. The form at /masuk does not pass here,
 * since it must work without script and without a cookie from an earlier visit.
 */
async function options(): Promise<NextAuthOptions> {
  const { session, options: attributes } = await cookieNames();
  return {
    secret: authSecret(),
    session: { strategy: 'jwt', maxAge: sessionSeconds },
    pages: { signIn: '/masuk', error: '/masuk', signOut: '/akun' },
    cookies: { sessionToken: { name: session, options: attributes } },
    providers: [
      CredentialsProvider({
        credentials: { regionId: {}, username: {}, password: {} },
        async authorize(credentials) {
          const { regionId, username, password } = credentials ?? {};
          const form = signInForm.safeParse({ regionId, username, password });
          if (!form.success) return null;
          const list = await headers();
          const origin = { address: list.get('x-forwarded-for') ?? '', device: list.get('user-agent') ?? '' };
          const result = await openSession({ ...form.data, ...origin });
          return result.ok ? { id: result.userId, sid: result.token } : null;
        },
      }),
    ],
    callbacks: {
      // The token holds the key of a session and nothing else; its row decides.
      jwt: ({ token, user }) => ({ sid: (user as { sid?: string } | undefined)?.sid ?? token.sid }),
      session: ({ session: { expires } }) => ({ expires }),
      redirect: ({ url, baseUrl }) => `${baseUrl}${ownPath(url) ?? '/pekerjaan'}`,
    },
    events: {
      async signOut({ token }) {
        if (typeof token?.sid === 'string') await closeSession(token.sid);
      },
    },
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
  };
}

type Context = { params: Promise<{ nextauth: string[] }> };

const served = ['csrf', 'session', 'providers', 'callback', 'signout', 'signin', 'error'];

/** next-auth's endpoints. What it answers with 500 to a damaged request is 400 here. */
export async function handleAuth(request: Request, context: Context): Promise<Response> {
  const [deed = ''] = (await context.params).nextauth;
  if (!served.includes(deed)) return new Response(null, { status: 404 });
  // A cookie whose session has ended is nobody's, and is not renewed.
  if (deed === 'session' && !(await getWhoever())) return Response.json({});
  const current = currentRequest();
  if (current) current.isReached = true;
  try {
    const answer: Response = await NextAuth(await options())(request, context);
    return answer.status >= 500 ? unreadable() : answer;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError || error instanceof URIError)
      return unreadable();
    throw error;
  }
}

function unreadable(): Response {
  return Response.json(
    { message: 'Permintaan ini tidak dapat dibaca. Muat ulang halaman, lalu coba lagi.' },
    { status: 400 },
  );
}
