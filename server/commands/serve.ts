import { isIPv4 } from "node:net";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { AppError } from "../../knowledge/errors.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Advisor } from "../agent/advisor.ts";
import { createApp } from "../http/app.ts";
import { buildPage } from "../http/build-page.ts";
import { listen } from "../http/listen.ts";

type Options = { host: string; port: number; token: string | undefined };
type Parts = { advisor: Advisor; knowledge: Knowledge; root: string };

const HTTP_PORT = 80;

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || (isIPv4(host) && host.startsWith("127."));
}

/** Hundreds of thousands of model servers stand open on networks by accident; this one does not start that way. */
function refuseOpenDoor(host: string, token: string | undefined): void {
  if (token || isLoopback(host)) return;
  throw new AppError(
    "invalid-input",
    `Cannot serve on "${host}" without a token: everyone on the network could use it. Set --token, or --host 127.0.0.1.`,
  );
}

/** Bound to every address, a box is known by each of them. */
function addressesOf(host: string): string[] {
  if (host !== "0.0.0.0" && host !== "::") return [host];
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
export async function serve(options: Options, { advisor, knowledge, root }: Parts): Promise<void> {
  const { host, port } = options;
  const token = options.token || undefined;
  refuseOpenDoor(host, token);
  await buildPage(join(root, "web"));
  const allowedHosts = new Set<string>();
  const pageFolder = join(root, "web", "dist");
  const app = createApp({ advisor, knowledge, allowedHosts, token, pageFolder });
  const listening = await listen(app, { host, port });
  for (const own of ownHosts(host, listening.port)) allowedHosts.add(own);
  const hint = token === undefined ? "" : `, in a browser once with ${listening.url}/?token=<token>`;
  console.error(`${advisor.model} answers at ${listening.url}${hint}`);
  await stopSignal();
  await listening.close();
  // What an answer left behind, such as a request to a model, must not keep the process.
  process.exit(0);
}
