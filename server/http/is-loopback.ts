import { isIPv4 } from "node:net";

/** Whether a host means this machine to itself, and nothing to another one. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || (isIPv4(host) && host.startsWith("127."));
}
