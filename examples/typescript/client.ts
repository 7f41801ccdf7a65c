// A client of Ashlar whose types come from its API description: a call that does not fit the description does not compile.
import createClient, { type Client, type Middleware } from "openapi-fetch";
import type { components, paths } from "./api.js";

export type Problem = components["schemas"]["Problem"];

/** A refused request whose caller expected a body. */
export class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(`${problem.type}: ${problem.detail}`);
  }
}

/** Returns a client that sends an access token with each request, and reads its own writes where replicas answer reads. */
export function clientOf(baseUrl: string, accessToken: string): Client<paths> {
  const client = createClient<paths>({ baseUrl, headers: { Authorization: `Bearer ${accessToken}` } });
  client.use(readAfter());
  return client;
}

/**
 * Sends the greatest `Read-After` of the answers so far, so that no replica answers that has not seen these writes. After a change that was
 * refused or has no answer it sends none: the primary alone shows what the change met, or what it did.
 */
function readAfter(): Middleware {
  let greatest = "";
  const changes = (request: Request) => request.method !== "GET" && request.method !== "HEAD";
  return {
    onRequest({ request }) {
      if (greatest !== "") {
        request.headers.set("Read-After", greatest);
      }
      return request;
    },
    onResponse({ request, response }) {
      const latest = response.headers.get("Read-After") ?? "";
      if (changes(request) && !response.ok) {
        greatest = "";
      } else {
        greatest = latest > greatest ? latest : greatest;
      }
      return undefined;
    },
    onError({ request }) {
      if (changes(request)) {
        greatest = "";
      }
    },
  };
}

/** Returns a client for requests that need no access token. */
export function anonymous(baseUrl: string): Client<paths> {
  return createClient<paths>({ baseUrl });
}

/** Returns the body of an answer, or throws its problem. */
export async function body<T>(answer: Promise<{ data?: T; error?: Problem }>): Promise<T> {
  const { data, error } = await answer;
  if (error !== undefined) {
    throw new Refusal(error);
  }
  return data as T;
}

/** Returns the problem of a request that must be refused. */
export async function refusal(answer: Promise<{ error?: Problem }>): Promise<Problem> {
  const { error } = await answer;
  if (error === undefined) {
    throw new Error("The request was not refused.");
  }
  return error;
}

/** Yields the items of all pages. The next page is fetched when the items of the previous one are used up. */
export async function* items<T>(
  page: (from: { cursor?: string }) => Promise<{ items: T[]; nextCursor?: string | null }>,
): AsyncGenerator<T> {
  let from: { cursor?: string } | undefined = {};
  while (from !== undefined) {
    const answer: { items: T[]; nextCursor?: string | null } = await page(from);
    yield* answer.items;
    from = answer.nextCursor ? { cursor: answer.nextCursor } : undefined;
  }
}
