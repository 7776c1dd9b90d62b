import { useCallback, useRef, useState } from "react";
import { bodyOf, createRoutes } from "../api.ts";
import { toProblem } from "../problem.ts";
import { DeviceList } from "./device-list.tsx";
import { PairingLink } from "./pairing-link.tsx";
import { type PairedDevice, useDevices, useWatch } from "./use-devices.ts";

type Link = { url: string; secondsValid: number; isExpired: boolean; knownIds: readonly string[] };

/** The device that used the link: one that is new since it was made. */
function findNewcomer(link: Link | undefined, devices: readonly PairedDevice[]): PairedDevice | undefined {
  return devices.find(({ id, pairedAt }) => pairedAt !== null && link?.knownIds.includes(id) === false);
}

function toStatus(link: Link | undefined, newcomer: PairedDevice | undefined, unpaired: string): string {
  if (unpaired) return `Unpaired: ${unpaired}.`;
  if (newcomer) return `Paired: ${newcomer.name}.`;
  if (link?.isExpired) return "The link has expired. Make a new one.";
  return link ? "A link for one device is ready." : "";
}

/** Who may use this advisor: a link for a further device, and the list of those that are paired. */
export function PairDevice() {
  const [link, setLink] = useState<Link>();
  const [refusal, setRefusal] = useState<Error>();
  const [unpaired, setUnpaired] = useState("");
  const button = useRef<HTMLButtonElement>(null);
  const { devices, error, load, unpair } = useDevices();
  const newcomer = findNewcomer(link, devices);
  const isOpen = link !== undefined && !link.isExpired && newcomer === undefined;
  useWatch(isOpen, load);
  const problem = refusal ?? error;
  const expire = useCallback(() => setLink((before) => before && { ...before, isExpired: true }), []);
  const pair = async () => {
    setLink(undefined);
    setRefusal(undefined);
    setUnpaired("");
    try {
      // The server takes no POST but JSON, which no page of another site can send.
      const headers = { "Content-Type": "application/json" };
      const { url, secondsValid } = await bodyOf(createRoutes().api.pairing.$post({}, { headers }));
      const before = await load();
      setLink({ url, secondsValid, isExpired: false, knownIds: before.map(({ id }) => id) });
    } catch (thrown) {
      if (thrown instanceof Error) setRefusal(thrown);
    }
  };
  const end = async (device: PairedDevice) => {
    // The button that has the focus goes with the device.
    button.current?.focus();
    if (!(await unpair(device))) return;
    setUnpaired(device.name);
    // Its link is used up all the same.
    if (device.id === newcomer?.id) setLink(undefined);
  };
  return (
    <section className="pairing" aria-labelledby="pairing-heading">
      <h2 id="pairing-heading">Devices</h2>
      <button type="button" ref={button} onClick={pair}>
        Pair another device
      </button>
      {problem && (
        <div className="error" role="alert">
          <p>{toProblem(problem).message}</p>
        </div>
      )}
      <p role="status">{toStatus(link, newcomer, unpaired)}</p>
      {isOpen && <PairingLink key={link.url} {...link} onExpire={expire} />}
      <DeviceList devices={devices} onUnpair={end} />
    </section>
  );
}
