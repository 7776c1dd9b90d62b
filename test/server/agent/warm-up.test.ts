import { expect, it } from "vitest";
import { warmUp } from "../../../server/agent/warm-up.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

/** The records, and which of them were read. */
function watch() {
  const read = new Set<PropertyKey>();
  const watched = new Proxy(knowledge, {
    get(target, name) {
      read.add(name);
      return Reflect.get(target, name);
    },
  });
  return { read, watched };
}

it("warmUp() reads the records and searches the index that a first question needs", async () => {
  const { read, watched } = watch();
  await warmUp(watched);
  expect([...read]).toEqual(
    expect.arrayContaining(["devices", "models", "quantizations", "runtimes", "measurements", "search"]),
  );
});

it("warmUp() searches nothing any more once the service is stopped", async () => {
  const { read, watched } = watch();
  await warmUp(watched, AbortSignal.abort());
  expect([...read]).not.toContain("search");
});
