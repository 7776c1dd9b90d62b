import { useCallback, useEffect, useState } from "react";
import type { Device } from "../../server/http/sessions.ts";
import { bodyOf, createRoutes } from "../api.ts";

export type PairedDevice = Device & { isThis: boolean };

/** How often the list is asked for while somebody may be pairing, in milliseconds. */
const WATCH_MS = 2_000;

/** The paired devices as the server knows them. */
export function useDevices() {
  const [devices, setDevices] = useState<readonly PairedDevice[]>([]);
  const [error, setError] = useState<Error>();

  const load = useCallback(async (): Promise<readonly PairedDevice[]> => {
    try {
      const { devices } = await bodyOf(createRoutes().api.devices.$get());
      setDevices(devices);
      setError(undefined);
      return devices;
    } catch (thrown) {
      if (thrown instanceof Error) setError(thrown);
      return [];
    }
  }, []);

  /** Whether the server ended the device's session. */
  const unpair = async ({ id, isThis }: PairedDevice): Promise<boolean> => {
    try {
      await bodyOf(createRoutes().api.devices[":id"].$delete({ param: { id } }));
      // The server now says to this browser what it says to every stranger.
      if (isThis) window.location.reload();
      await load();
      return true;
    } catch (thrown) {
      if (thrown instanceof Error) setError(thrown);
      return false;
    }
  };

  useEffect(() => void load(), [load]);
  return { devices, error, load, unpair };
}

/** Asks for the list again and again, so that a device that is being paired shows by itself. */
export function useWatch(isWatching: boolean, load: () => Promise<unknown>): void {
  useEffect(() => {
    if (!isWatching) return;
    const timer = setInterval(load, WATCH_MS);
    return () => clearInterval(timer);
  }, [isWatching, load]);
}
