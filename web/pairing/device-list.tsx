import type { PairedDevice } from "./use-devices.ts";

function Time({ iso }: { iso: string }) {
  const text = new Date(iso).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });
  return <time dateTime={iso}>{text}</time>;
}

/** When a device came and was here last. After a restart the server no longer knows when it came. */
function Times({ pairedAt, lastSeenAt }: PairedDevice) {
  return (
    <p className="note">
      {pairedAt ? (
        <>
          Paired <Time iso={pairedAt} />
        </>
      ) : (
        "Paired before the server was started last"
      )}
      , last seen <Time iso={lastSeenAt} />
    </p>
  );
}

/** The devices that may use this advisor, each with a way to end that. */
export function DeviceList({
  devices,
  onUnpair,
}: {
  devices: readonly PairedDevice[];
  onUnpair: (device: PairedDevice) => void;
}) {
  if (devices.length === 0) return <p className="note">No device is paired.</p>;
  return (
    <ul className="devices" aria-label="Paired devices">
      {devices.map((device) => {
        const name = device.isThis ? `${device.name} (this device)` : device.name;
        return (
          <li key={device.id}>
            <div>
              <p>{name}</p>
              <Times {...device} />
            </div>
            <button type="button" aria-label={`Unpair ${name}`} onClick={() => onUnpair(device)}>
              Unpair
            </button>
          </li>
        );
      })}
    </ul>
  );
}
