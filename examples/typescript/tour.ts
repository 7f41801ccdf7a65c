// Logs in, moves tokens twice with one idempotency key, reads the ledger by pages, gets refused, and edits a todo by its ETag.
import { anonymous, body, clientOf, items, refusal } from "./client.js";

declare const process: { env: Record<string, string | undefined> };

const baseUrl = process.env["API"] ?? "http://localhost:8080";

async function login(email: string, password: string) {
  const session = await body(anonymous(baseUrl).POST("/api/v1/auth/login", { body: { email, password } }));
  return clientOf(baseUrl, session.accessToken);
}

const username = `ann${Date.now()}`;
const email = `${username}@example.com`;
const password = "correct horse battery";
await body(
  anonymous(baseUrl).POST("/api/v1/auth/register", {
    body: { email, username, password, firstName: "Ann", lastName: "Mason" },
  }),
);
const ann = await login(email, password);
const administrator = await login("admin@ashlar.example", "ashlar-demo");
const { id: userId } = await body(ann.GET("/api/v1/me"));

function adjust(tokens: number, reason: string, key: string) {
  return administrator.POST("/api/v1/wallets/{userId}/adjustments", {
    params: { path: { userId }, header: { "Idempotency-Key": key } },
    body: { tokens, reason },
  });
}

// A client whose connection broke sends the same key again, and gets the same answer.
const welcome = await body(adjust(50, "Welcome", `welcome-${userId}`));
const repeated = await body(adjust(50, "Welcome", `welcome-${userId}`));
console.log(`repeated ${repeated.id === welcome.id}`);
await body(adjust(-20, "First meeting", `first-meeting-${userId}`));

for await (const entry of items((from) =>
  body(ann.GET("/api/v1/wallet/usages", { params: { query: { ...from, limit: 1 } } })),
)) {
  console.log(`entry ${entry.delta}, balance ${entry.balanceAfter}`);
}

// The type of a problem never changes, so that a client may decide by it.
const tooMuch = await refusal(adjust(-1000, "A whole year", `a-whole-year-${userId}`));
console.log(`refused ${tooMuch.status} ${tooMuch.type}`);

// An edit names the version that it is about; one that is no longer the newest is refused.
const added = await ann.POST("/api/v1/todos", { body: { title: "Send the invoices" } });
const { id } = await body(Promise.resolve(added));
const version = added.response.headers.get("ETag") ?? "";

function rename(title: string) {
  return ann.PATCH("/api/v1/todos/{id}", { params: { path: { id }, header: { "If-Match": version } }, body: { title } });
}

const renamed = await body(rename("Send the invoices of November"));
console.log(`renamed ${renamed.title}`);
const stale = await refusal(rename("Send no invoice"));
console.log(`stale ${stale.status} ${stale.type}`);
