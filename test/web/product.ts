import { createAdvisor } from "../../server/agent/create-advisor.ts";
import type { Backend } from "../../server/backends/backend.ts";
import { createBuiltInBackend } from "../../server/backends/built-in.ts";
import { createOpenAICompatibleBackend } from "../../server/backends/openai-compatible.ts";
import { profileOf } from "../../server/backends/profiles.ts";
import { createApp } from "../../server/http/app.ts";
import { listen } from "../../server/http/listen.ts";
import { createPairingCodes } from "../../server/http/pairing-codes.ts";
import type { StatusWorld } from "../../server/http/status-routes.ts";
import { knowledge } from "../fixtures/server-knowledge.ts";
import { shortClocks } from "../fixtures/whole-product.ts";
import { openBrowser } from "./browser.ts";
import { buildPageOnce } from "./built-page.ts";

/** Talks to a fake of Ollama at that endpoint, with clocks that a test can wait for. */
export function modelAt(endpoint: string): Backend {
  return createOpenAICompatibleBackend({
    endpoint,
    model: "qwen3:4b",
    profile: profileOf("ollama"),
    clocks: { ...shortClocks, connectMs: 2_000, firstByteMs: 10_000, idleMs: 5_000, totalMs: 20_000 },
  });
}

/** The product as people use it: the real server with its built page, in a real browser. */
export async function openProduct({
  backend = createBuiltInBackend(),
  token,
  status,
}: {
  backend?: Backend;
  token?: string;
  /** What the status looks at; without it, nothing of the machine. */
  status?: StatusWorld;
} = {}) {
  const pageFolder = await buildPageOnce();
  const advisor = createAdvisor(backend, knowledge, () => performance.now());
  const allowedHosts = new Set<string>();
  // To the browsers of a test, each a device of its own, loopback is the network.
  const pairing = token ? { codes: createPairingCodes(), reachableUrl: () => listening.url } : undefined;
  const app = createApp({
    advisor,
    knowledge,
    allowedHosts,
    token,
    pairing,
    pageFolder,
    ...(status && { status }),
  });
  const listening = await listen(app, { host: "127.0.0.1", port: 0 });
  allowedHosts.add(`127.0.0.1:${listening.port}`);
  await Promise.all([import("../../server/agent/stream-answer.ts"), knowledge.search("Jetson")]);
  const browser = await openBrowser(listening.url);
  return {
    ...browser,
    url: listening.url,
    /** The result of a tool over HTTP, as the page gets it. */
    async callTool(name: string, input: unknown): Promise<unknown> {
      const response = await fetch(`${listening.url}/api/tools/${name}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(input),
      });
      return response.json();
    },
    /** Ends the server, as a board that loses its power does. */
    stopServer: () => listening.close(),
    async close(): Promise<void> {
      await browser.close();
      await listening.close();
    },
  };
}

export type ProductPage = Awaited<ReturnType<typeof openProduct>>;
