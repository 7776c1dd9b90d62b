import { Hono } from "hono";
import { AppError } from "../../knowledge/errors.ts";
import type { ServerEnv } from "./guards.ts";
import { isLoopback } from "./is-loopback.ts";
import { CODE_SECONDS, type PairingCodes } from "./pairing-codes.ts";
import type { Sessions } from "./sessions.ts";

/** How further devices get in, on a server that they can reach. */
export type Pairing = {
  codes: PairingCodes;
  /** `http://host:port` as another device reaches it; undefined while the board has no address on a network. */
  reachableUrl(): string | undefined;
};

type Parts = { sessions: Sessions | undefined; pairing: Pairing | undefined };

export function pairingOff(): AppError {
  return unavailable(
    "only this machine reaches the server. Start it with --host 0.0.0.0 and --token followed by a secret of yours.",
  );
}

function unavailable(reason: string): AppError {
  return new AppError("pairing-unavailable", `Cannot pair a device: ${reason}`);
}

/** The address that the asking browser reached is one that works, unless it runs on the board itself. */
function urlFor(request: Request, pairing: Pairing | undefined): string {
  if (pairing === undefined) throw pairingOff();
  const { host, hostname } = new URL(`http://${request.headers.get("host")}`);
  const url = isLoopback(hostname.replace(/[[\]]/g, "")) ? pairing.reachableUrl() : `http://${host}`;
  if (url === undefined)
    throw unavailable("the board has no address on a network. Connect it to one that the device is on too.");
  return url;
}

/** The paired devices, and codes for further ones. Any paired device may unpair any, as the owner's. */
export function createDeviceRoutes({ sessions, pairing }: Parts) {
  return new Hono<ServerEnv>()
    .get("/api/devices", (c) => {
      const here = c.get("sessionId");
      return c.json({
        devices: (sessions?.list() ?? []).map((device) => ({ ...device, isThis: device.id === here })),
      });
    })
    .delete("/api/devices/:id", (c) => {
      const id = c.req.param("id");
      if (!sessions?.end(id))
        throw new AppError("not-found", "Cannot unpair this device: it is not on the list, or no longer.");
      return c.json({ unpaired: id });
    })
    .post("/api/pairing", (c) => {
      const url = `${urlFor(c.req.raw, pairing)}/pair/${pairing?.codes.create()}`;
      const expiresAt = new Date(Date.now() + CODE_SECONDS * 1_000).toISOString();
      return c.json({ url, expiresAt, secondsValid: CODE_SECONDS });
    });
}
