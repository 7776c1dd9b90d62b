import { expect, it } from "vitest";
import { warmUp } from "../../../server/agent/warm-up.ts";
import { knowledge } from "../../fixtures/server-knowledge.ts";

it("warmUp() reads the records and searches the index that a first question needs", async () => {
  const read = new Set<PropertyKey>();
  const watched = new Proxy(knowledge, {
    get(target, name) {
      read.add(name);
      return Reflect.get(target, name);
    },
  });
  await warmUp(watched);
  expect([...read]).toEqual(
    expect.arrayContaining(["devices", "models", "quantizations", "runtimes", "measurements", "search"]),
  );
});
