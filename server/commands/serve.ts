import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { AppError } from "../../knowledge/errors.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Advisor } from "../agent/advisor.ts";
import { warmUp } from "../agent/warm-up.ts";
import { namedChoice } from "../backends/choose-backend.ts";
import { createApp } from "../http/app.ts";
import { buildPage } from "../http/build-page.ts";
import type { Pairing } from "../http/device-routes.ts";
import { isLoopback } from "../http/is-loopback.ts";
import { listen } from "../http/listen.ts";
import { createPairingCodes } from "../http/pairing-codes.ts";
import type { StatusWorld } from "../http/status-routes.ts";
import { hereAndNow } from "./doctor.ts";
import { toGreeting } from "./greeting.ts";
import { findLanAddress } from "./lan-address.ts";
import { createStatusWorld } from "./status-world.ts";
import { wholeNumber } from "./whole-number.ts";
import { type AdvisorChoice, type Declare, declareChoice } from "./wiring.ts";

type Options = {
  host: string;
  port: number;
  token: string | undefined;
  /** Milliseconds that running answers may take after the signal to stop; then they say that they end. */
  graceMs?: number;
};
type Parts = { advisor: Advisor; knowledge: Knowledge; root: string; status?: StatusWorld };

const HTTP_PORT = 80;
/** A second before connections are cut off. */
const GRACE_MS = 9_000;

/** Hundreds of thousands of model servers stand open on networks by accident; this one does not start that way. */
function refuseOpenDoor(host: string, token: string | undefined): void {
  if (token || isLoopback(host)) return;
  throw new AppError(
    "invalid-input",
    `Cannot serve on "${host}" without a token: everyone on the network could use it. Set --token, or --host 127.0.0.1.`,
  );
}

function isEveryAddress(host: string): boolean {
  return host === "0.0.0.0" || host === "::";
}

/** Where another device finds this server. */
function reachableUrl(host: string, port: number): string | undefined {
  const address = isEveryAddress(host) ? findLanAddress(host) : host;
  return address && `http://${address.includes(":") ? `[${address}]` : address}:${port}`;
}

/** Bound to every address, a box is known by each of them. */
function addressesOf(host: string): string[] {
  if (!isEveryAddress(host)) return [host];
  const interfaces = Object.values(networkInterfaces()).flatMap((entries) => entries ?? []);
  return [host, ...interfaces.map(({ address }) => address)];
}

/** The Host headers that mean this server; browsers leave out the port where it is 80. */
export function ownHosts(host: string, port: number): string[] {
  const addresses = new Set(["127.0.0.1", "localhost", "::1", ...addressesOf(host)]);
  const names = [...addresses].map((address) =>
    address.includes(":") ? `[${address}]` : address.toLowerCase(),
  );
  const withPort = names.map((name) => `${name}:${port}`);
  return port === HTTP_PORT ? [...withPort, ...names] : withPort;
}

function shuttingDown(): AppError {
  return new AppError(
    "shutting-down",
    "Cannot finish the answer: the service is being stopped. Ask again when it is back.",
  );
}

/** The first signal ends the service in order; a second one, with nobody listening any more, ends the process. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      process.off("SIGINT", stop).off("SIGTERM", stop);
      resolve();
    };
    process.on("SIGINT", stop).on("SIGTERM", stop);
  });
}

/**
 * Serves the page and the API until SIGINT or SIGTERM, then ends the process with 0.
 * Throws `invalid-input` for a host that is open without a token and for an address that cannot be used.
 */
export async function serve(options: Options, { advisor, knowledge, root, status }: Parts): Promise<void> {
  const { host, port, graceMs = GRACE_MS } = options;
  const token = options.token || undefined;
  refuseOpenDoor(host, token);
  await buildPage(join(root, "web"));
  const allowedHosts = new Set<string>();
  const pageFolder = join(root, "web", "dist");
  const stopping = new AbortController();
  const pairing: Pairing | undefined = isLoopback(host)
    ? undefined
    : { codes: createPairingCodes(), reachableUrl: () => reachableUrl(host, listening.port) };
  const app = createApp({
    advisor,
    knowledge,
    allowedHosts,
    token,
    pairing,
    endedSessionsFile: join(root, ".index", "ended-sessions.json"),
    pageFolder,
    stopping: stopping.signal,
    ...(status && { status }),
  });
  const listening = await listen(app, { host, port });
  for (const own of ownHosts(host, listening.port)) allowedHosts.add(own);
  // The SDK takes a fifth of a second to load, which the first question should not wait for.
  await import("../agent/stream-answer.ts");
  const reachable = pairing?.reachableUrl();
  const greeting = {
    model: advisor.model,
    url: reachable ?? listening.url,
    token,
    pairingLink: reachable && `${reachable}/pair/${pairing?.codes.create()}`,
    isTerminal: process.stderr.isTTY,
  };
  console.error(toGreeting(greeting));
  const stopped = stopSignal();
  const warming = new AbortController();
  // Not waited for: who stops the service meanwhile is obeyed. What is wrong with a record is told here and to who asks.
  void warmUp(knowledge, warming.signal).catch((problem: unknown) => console.error(problem));
  await stopped;
  warming.abort();
  setTimeout(() => stopping.abort(shuttingDown()), graceMs);
  await listening.close();
  // What an answer left behind, such as a request to a model, must not keep the process.
  process.exit(0);
}

type Flags = AdvisorChoice & { port: number; host: string; token?: string };

/** `serve` */
export const declare: Declare = (program, { knowledge, root, print, advisorOf }) => {
  declareChoice(program.command("serve"))
    .description("serve the page and the HTTP API")
    .option("--port <n>", "port", wholeNumber, 7860)
    .option("--host <address>", "address; any but loopback needs --token", "127.0.0.1")
    .option("--token <secret>", "secret that every request must carry")
    .action(async ({ port, host, token, ...choice }: Flags) => {
      const advisor = await advisorOf(choice);
      const answering = { model: advisor.model, endpoint: namedChoice(choice).endpoint };
      const status = createStatusWorld(root, answering, hereAndNow(root, knowledge, print));
      await serve({ host, port, token }, { advisor, knowledge, root, status });
    });
};
