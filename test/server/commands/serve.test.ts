import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { request } from "node:http";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { openKnowledge } from "../../../knowledge/knowledge.ts";
import { findLanAddress } from "../../../server/commands/lan-address.ts";
import { ownHosts, serve } from "../../../server/commands/serve.ts";
import { createFakeAdvisor } from "../../fixtures/http-door.ts";

const program = join(import.meta.dirname, "../../fixtures/serve-fake.ts");
const root = mkdtempSync(join(tmpdir(), "serve-"));
const started: ChildProcess[] = [];

/** Starts the service as a process of its own and waits until it says something. */
async function start(host: string, token?: string) {
  const child = spawn(process.execPath, [program, root, host, "0", ...(token ? [token] : [])]);
  started.push(child);
  const exited = once(child, "exit").then(([code]: unknown[]) => code);
  const [said] = await once(child.stderr, "data");
  const [, port = ""] = /:(\d+)/.exec(String(said)) ?? [];
  return { child, exited, said: String(said), port, url: `http://127.0.0.1:${port}` };
}

function ask(url: string): Promise<Response> {
  return fetch(`${url}/api/chat`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: '{"messages":[{"role":"user","parts":[{"type":"text","text":"Hi"}]}]}',
  });
}

/** The status for a Host of our choice, which fetch would not send. */
function statusFor(host: string, port: string, token: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const headers = { host, authorization: `Bearer ${token}` };
    const sent = request({ host: "127.0.0.1", port, path: "/api/tools", headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on("error", reject).end();
  });
}

describe("serve()", () => {
  afterEach(() => {
    for (const child of started.splice(0)) child.kill("SIGKILL");
  });

  it.each(["0.0.0.0", "::", "", "192.168.1.5", "jetson.local", "127.0.0.1.evil.example", "::ffff:127.0.0.1"])(
    'refuses to serve on "%s" without a token, in one line',
    async (host) => {
      const parts = { advisor: createFakeAdvisor().advisor, knowledge: openKnowledge(root), root };
      const refusal = expect(serve({ host, port: 0, token: undefined }, parts)).rejects;
      await refusal.toThrow(/^Cannot serve on ".*" without a token: [^\n]+$/);
    },
  );

  it("takes an empty token for none", async () => {
    const parts = { advisor: createFakeAdvisor().advisor, knowledge: openKnowledge(root), root };
    await expect(serve({ host: "0.0.0.0", port: 0, token: "" }, parts)).rejects.toThrow("without a token");
  });

  it.each(["127.0.0.1", "localhost"])("serves on %s without a token and says where", async (host) => {
    const { said, port } = await start(host);
    expect(said).toBe(`fake answers at http://${host}:${port}\n`);
    expect((await fetch(`http://${host}:${port}/healthz`)).status).toBe(200);
  });

  it("serves on every address with a token, still under its own names only", async () => {
    const { port, said, url } = await start("0.0.0.0", "secret");
    expect(said).not.toContain("secret");
    expect((await fetch(`${url}/api/tools`)).status).toBe(401);
    expect(await statusFor(`localhost:${port}`, port, "secret")).toBe(200);
    expect(await statusFor("evil.example", port, "secret")).toBe(403);
  });

  it.skipIf(findLanAddress("0.0.0.0") === undefined)(
    "prints a link that pairs one device, and warns of a short token",
    async () => {
      const { said, url } = await start("0.0.0.0", "secret");
      const [, path = ""] = /within ten minutes: http:\/\/[\d.]+:\d+(\/pair\/\S+)/.exec(said) ?? [];
      const opened = await fetch(url + path, { redirect: "manual" });
      expect([opened.status, opened.headers.get("location")]).toEqual([302, "/"]);
      const [cookie = ""] = (opened.headers.get("set-cookie") ?? "").split(";");
      expect((await fetch(`${url}/api/devices`, { headers: { cookie } })).status).toBe(200);
      expect((await fetch(url + path, { redirect: "manual" })).status).toBe(401);
      expect(said).toContain("Warning: the token");
      expect(said).not.toContain("\x1b");
    },
  );

  it("prints no link on loopback, where no other device could open it", async () => {
    const { said, url } = await start("127.0.0.1", "secret");
    expect(said).toContain("/?token=<token>");
    expect(said).not.toContain("/pair/");
    const headers = { authorization: "Bearer secret", "content-type": "application/json" };
    expect((await fetch(`${url}/api/pairing`, { method: "POST", headers, body: "{}" })).status).toBe(409);
  });

  it.each(["SIGTERM", "SIGINT"] as const)(
    "finishes a running answer on %s and exits with 0",
    async (signal) => {
      const { child, exited, url } = await start("127.0.0.1");
      const answer = await ask(url);
      child.kill(signal);
      expect(await answer.text()).toContain("data: 10\n");
      expect(await exited).toBe(0);
    },
  );

  it("ends at once on a second signal", async () => {
    const { child, exited, url } = await start("127.0.0.1");
    await ask(url);
    child.kill("SIGINT");
    await expect.poll(() => fetch(`${url}/healthz`).catch(() => "refused")).toBe("refused");
    child.kill("SIGINT");
    expect(await exited).toBeNull();
  });
});

describe("ownHosts()", () => {
  it("names the loopback and the given address, with the port", () => {
    expect(ownHosts("Jetson.local", 8080)).toEqual([
      "127.0.0.1:8080",
      "localhost:8080",
      "[::1]:8080",
      "jetson.local:8080",
    ]);
  });

  it("names the same address once", () => {
    expect(ownHosts("127.0.0.1", 8080)).toHaveLength(3);
  });

  it("adds the names without a port where browsers leave it out", () => {
    expect(ownHosts("localhost", 80)).toContain("localhost");
    expect(ownHosts("localhost", 8080)).not.toContain("localhost");
  });

  it("names every address of the machine when bound to all of them", () => {
    const addresses = Object.values(networkInterfaces()).flatMap((entries) => entries ?? []);
    const hosts = ownHosts("0.0.0.0", 8080);
    for (const { address, family } of addresses)
      expect(hosts).toContain(family === "IPv6" ? `[${address}]:8080` : `${address}:8080`);
  });
});
