import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { AppError, type ErrorCode } from "../../../knowledge/errors.ts";
import { toRefusal } from "../../../server/http/refusal.ts";
import { createDoor } from "../../fixtures/http-door.ts";

const inBrowser = { accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8" };

function refuse(code: ErrorCode, message: string, init: RequestInit = { headers: inBrowser }) {
  const app = new Hono().onError(toRefusal).all("/", () => {
    throw new AppError(code, message, { retryAfterSeconds: 7 });
  });
  return app.request("/", init);
}

describe("toRefusal()", () => {
  it.each<{ code: ErrorCode; status: number }>([
    { code: "unauthorized", status: 401 },
    { code: "too-many-attempts", status: 429 },
    { code: "pairing-unavailable", status: 409 },
  ])(
    "shows $code to a person as a page, with the status and headers of the JSON",
    async ({ code, status }) => {
      const [page, json] = [await refuse(code, "A sentence."), await refuse(code, "A sentence.", {})];
      expect(await page.text()).toContain("<p>A sentence.</p>");
      expect(await json.json()).toEqual({ error: { code, message: "A sentence." } });
      for (const response of [page, json]) {
        expect(response.status).toBe(status);
        expect(response.headers.get("retry-after")).toBe("7");
      }
    },
  );

  it.each<{ name: string; code: ErrorCode; init: RequestInit }>([
    { name: "to a script", code: "unauthorized", init: { headers: { accept: "*/*" } } },
    { name: "to a POST", code: "unauthorized", init: { headers: inBrowser, method: "POST" } },
    { name: "of an unknown path", code: "not-found", init: { headers: inBrowser } },
  ])("answers in JSON $name", async ({ code, init }) => {
    expect(await (await refuse(code, "A sentence.", init)).json()).toMatchObject({ error: { code } });
  });

  it("takes a sentence for text, whatever is in it", async () => {
    const page = await (await refuse("unauthorized", "<script>alert(1)</script>")).text();
    expect(page).not.toContain("<script");
    expect(page).toContain("&lt;script&gt;");
  });

  it.each([
    { path: "/", wanted: "/" },
    { path: "/chats/a-chat", wanted: "/chats/a-chat" },
    { path: "/?q=Does+7B+fit%3F&token=wrong", wanted: "/?q=Does+7B+fit%3F" },
    { path: "/pair/AAAAAAAAAAAAAAAAAAAAAA", wanted: "/" },
    { path: "/planner?x=%22%3E%3Cscript%3E", wanted: "/planner?x=%22%3E%3Cscript%3E" },
  ])(
    "shows a link from $path to $wanted, as links on other sites bring no session",
    async ({ path, wanted }) => {
      const page = await createDoor({ token: "a-token" }).request(path, { headers: inBrowser });
      expect(await page.text()).toContain(`<a href="${wanted}">`);
    },
  );

  it("keeps the security headers on the page", async () => {
    const { headers } = await createDoor({ token: "a-token" }).request("/", { headers: inBrowser });
    expect(headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(headers.get("www-authenticate")).toBe("Bearer");
  });
});
