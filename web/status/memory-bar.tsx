import { useEffect, useState } from "react";
import { bodyOf, createRoutes } from "../api.ts";
import { formatGigabytes } from "../format.ts";
import type { Memory } from "./status-checks.ts";

const EVERY_MS = 5_000;

/** The memory as it is now: read again every few seconds while somebody looks, and not while nobody does. */
function useMemoryNow(atFirst: Memory): Memory {
  const [memory, setMemory] = useState(atFirst);
  useEffect(() => setMemory(atFirst), [atFirst]);
  useEffect(() => {
    const leaving = new AbortController();
    const read = async () => {
      if (document.visibilityState === "hidden") return;
      const { signal } = leaving;
      const { memory } = await bodyOf(createRoutes().api.status.memory.$get({}, { init: { signal } }));
      if (memory && !signal.aborted) setMemory(memory);
    };
    // What is shown stays when the server is away for a while; the next look says so.
    const readOrStay = () => void read().catch(() => undefined);
    const timer = setInterval(readOrStay, EVERY_MS);
    document.addEventListener("visibilitychange", readOrStay);
    return () => {
      leaving.abort();
      clearInterval(timer);
      document.removeEventListener("visibilitychange", readOrStay);
    };
  }, []);
  return memory;
}

/** How much of the memory is taken, as a bar and in words. */
export function MemoryBar({ memory }: { memory: Memory }) {
  const { totalBytes, availableBytes = totalBytes } = useMemoryNow(memory);
  const usedBytes = totalBytes - availableBytes;
  const words = `${formatGigabytes(usedBytes)} GB of ${formatGigabytes(totalBytes)} GB are taken, ${formatGigabytes(availableBytes)} GB are available.`;
  return (
    <div className="memory">
      <meter
        className="visually-hidden"
        aria-label="Memory taken"
        aria-valuetext={words}
        min={0}
        max={totalBytes}
        value={usedBytes}
      />
      {/* Browsers draw a meter each in their own way, and not all of them let it be styled. */}
      <div className="memory-bar" aria-hidden="true">
        <div style={{ inlineSize: `${(100 * usedBytes) / totalBytes}%` }} />
      </div>
      <p>{words}</p>
    </div>
  );
}
