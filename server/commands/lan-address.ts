import { networkInterfaces } from "node:os";

/** Networks inside the board, and the one to whoever is at the other end of its USB cable: no phone is there. */
const inside = /^(?:docker|br-|veth|virbr|cni|flannel|l4tbr|usb|rndis|tun|tap|wg)/;
/** Wired and wireless adapters, by the kernel's names for them. */
const adapter = /^(?:e|w)/;

function rankOf(name: string, family: string): number {
  const place = inside.test(name) ? 4 : adapter.test(name) ? 0 : 2;
  return place + (family === "IPv4" ? 0 : 1);
}

/**
 * The address of this machine that a phone on the same network reaches most likely, when bound to "0.0.0.0" (IPv4 only) or
 * "::"; undefined without a network. Link-local IPv6 is left out, since browsers take no zone.
 */
export function findLanAddress(host: string, interfaces = networkInterfaces()): string | undefined {
  const candidates = Object.entries(interfaces).flatMap(([name, entries = []]) =>
    entries
      .filter(({ address, internal }) => !internal && !/^(?:fe80:|169\.254\.)/i.test(address))
      .filter(({ family }) => host === "::" || family === "IPv4")
      .map(({ address, family }) => ({ address, rank: rankOf(name, family) })),
  );
  return candidates.sort((one, other) => one.rank - other.rank)[0]?.address;
}
