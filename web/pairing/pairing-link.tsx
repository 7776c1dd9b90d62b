import { useEffect, useState } from "react";
import { QrCode } from "./qr-code.tsx";

type PairingLinkProps = { url: string; secondsValid: number; onExpire: () => void };

/** A link that pairs one device, as text and for a camera, until its time is over by this browser's own clock. */
export function PairingLink({ url, secondsValid, onExpire }: PairingLinkProps) {
  // Counted here: the clock of a board without a battery may be years off.
  const [endsAt] = useState(() => new Date(Date.now() + secondsValid * 1_000));
  useEffect(() => {
    const timer = setTimeout(onExpire, endsAt.getTime() - Date.now());
    return () => clearTimeout(timer);
  }, [endsAt, onExpire]);
  const time = endsAt.toLocaleTimeString(undefined, { timeStyle: "short" });
  return (
    <div className="pairing-link">
      <QrCode text={url} label="QR code of the link beside it" />
      <div>
        <p>
          Point the camera of the other device at the code, or open this link on it. Both devices must be on
          the same network.
        </p>
        <p>
          <code>{url}</code>
        </p>
        <p className="note">
          Good for one device, until <time dateTime={endsAt.toISOString()}>{time}</time>.
        </p>
      </div>
    </div>
  );
}
