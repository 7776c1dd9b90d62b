import type { NetworkInterfaceInfo } from "node:os";
import { describe, expect, it } from "vitest";
import { findLanAddress } from "../../../server/commands/lan-address.ts";

function at(address: string): NetworkInterfaceInfo {
  const rest = {
    mac: "00:00:00:00:00:00",
    internal: address === "127.0.0.1" || address === "::1",
    cidr: null,
  };
  return address.includes(":")
    ? { address, family: "IPv6", netmask: "ffff:ffff:ffff:ffff::", scopeid: 0, ...rest }
    : { address, family: "IPv4", netmask: "255.255.255.0", ...rest };
}

const loopback = [at("127.0.0.1"), at("::1")];

describe("findLanAddress()", () => {
  it.each([
    {
      name: "the wired adapter",
      interfaces: { lo: loopback, eth0: [at("192.168.1.20")] },
      address: "192.168.1.20",
    },
    {
      name: "the wireless adapter of a Jetson, before Docker and its USB network",
      interfaces: {
        lo: loopback,
        docker0: [at("172.17.0.1")],
        l4tbr0: [at("192.168.55.1"), at("fe80::1")],
        wlP1p1s0: [at("fe80::2"), at("10.0.0.7")],
      },
      address: "10.0.0.7",
    },
    {
      name: "IPv4 before IPv6",
      interfaces: { enP8p1s0: [at("2001:db8::5"), at("192.168.1.20")] },
      address: "192.168.1.20",
    },
    {
      name: "IPv6 where there is no other",
      interfaces: { eth0: [at("fe80::1"), at("fd00::5")] },
      address: "fd00::5",
    },
    {
      name: "a network of another name before one inside the board",
      interfaces: { "br-12ab": [at("172.18.0.1")], bond0: [at("192.168.7.7")] },
      address: "192.168.7.7",
    },
    {
      name: "the USB network where there is no other",
      interfaces: { l4tbr0: [at("192.168.55.1")] },
      address: "192.168.55.1",
    },
    {
      name: "no link-local address",
      interfaces: { lo: loopback, eth0: [at("169.254.3.3"), at("fe80::1")] },
      address: undefined,
    },
    { name: "nothing without a network", interfaces: { lo: loopback }, address: undefined },
  ])("finds $name", ({ interfaces, address }) => {
    expect(findLanAddress("::", interfaces)).toBe(address);
  });

  it("finds IPv4 only when bound to every address of IPv4", () => {
    expect(findLanAddress("0.0.0.0", { eth0: [at("fd00::5")] })).toBeUndefined();
    expect(findLanAddress("0.0.0.0", { eth0: [at("fd00::5"), at("10.0.0.7")] })).toBe("10.0.0.7");
  });
});
