import { connect } from "node:net";
import { profiles } from "./profiles.ts";
import type { ServerReport } from "./server-report.ts";

/** A loopback port answers at once; what takes longer than this is not there for us. */
const openMs = 200;

/** Whether anybody listens; a closed port costs less than a millisecond. */
function isOpen({ hostname, port }: URL): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = connect(Number(port), hostname);
  const timer = setTimeout(() => socket.destroy(), openMs);
  socket.on("connect", () => {
    resolve(true);
    socket.destroy();
  });
  socket.on("error", () => {});
  socket.on("close", () => {
    clearTimeout(timer);
    resolve(false);
  });
  return promise;
}

/** Where the known servers listen when they are started without options, in the order they are looked for. */
const usualEndpoints = profiles.flatMap((profile) =>
  "defaultEndpoint" in profile ? [profile.defaultEndpoint] : [],
);

/**
 * The first of the usual places where a model server answers, with what it has; whatever else listens there is passed
 * over. Only open ports are asked, so that a machine without a server loses no time.
 */
export async function discoverServer(
  endpoints: readonly string[] = usualEndpoints,
): Promise<ServerReport | undefined> {
  const open = await Promise.all(endpoints.map((endpoint) => isOpen(new URL(endpoint))));
  const candidates = endpoints.filter((_, index) => open[index]);
  if (candidates.length === 0) return undefined;
  const { inspectServer } = await import("./inspect-server.ts");
  const reports = await Promise.all(candidates.map((endpoint) => inspectServer(endpoint)));
  return reports.find((report) => report !== undefined);
}
