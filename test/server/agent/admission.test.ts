import { describe, expect, it } from "vitest";
import { type Admission, createAdmission, type Place } from "../../../server/agent/admission.ts";

const never = new AbortController().signal;

/** Work that ends when it is told to. */
function createWork() {
  const { promise, resolve } = Promise.withResolvers<string>();
  return { work: () => promise, finish: () => resolve("done") };
}

/** Takes a place, runs the work and leaves. */
async function runIn<Result>(
  admission: Admission,
  work: () => Promise<Result>,
  options: Partial<Parameters<Place["run"]>[1]> = {},
): Promise<Result> {
  const place = admission.enter();
  const all = { onPlace: () => {}, abortSignal: never, ...options };
  return place.run(work, all).finally(place.leave);
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

describe("createAdmission()", () => {
  it("runs one at a time, in order, and tells the others their place", async () => {
    const admission = createAdmission({ slots: 1 });
    const works = [createWork(), createWork(), createWork()];
    const places: number[][] = [[], [], []];
    const runs = works.map(({ work }, index) =>
      runIn(admission, work, { onPlace: (place) => places[index]?.push(place) }),
    );
    await settle();
    expect(places).toEqual([[], [1], [2]]);
    works[0]?.finish();
    await expect(runs[0]).resolves.toBe("done");
    await settle();
    expect(places[2]).toEqual([2, 1]);
    works[1]?.finish();
    works[2]?.finish();
    await expect(Promise.all(runs)).resolves.toEqual(["done", "done", "done"]);
  });

  it("refuses with a time to try again when eight wait", async () => {
    const admission = createAdmission({ slots: 1 });
    const works = Array.from({ length: 9 }, createWork);
    const runs = works.map(({ work }) => runIn(admission, work));
    await settle();
    expect(() => admission.enter()).toThrow(
      expect.objectContaining({ code: "queue-full", retryAfterSeconds: expect.any(Number) }),
    );
    for (const { finish } of works) finish();
    await Promise.all(runs);
    expect(() => admission.enter()).not.toThrow();
  });

  it("counts who has entered and is not in the queue yet, and who has left once", () => {
    const admission = createAdmission({ slots: 2 });
    const places = Array.from({ length: 10 }, () => admission.enter());
    expect(() => admission.enter()).toThrow(expect.objectContaining({ code: "queue-full" }));
    places[0]?.leave();
    places[0]?.leave();
    admission.enter();
    expect(() => admission.enter()).toThrow(expect.objectContaining({ code: "queue-full" }));
  });

  it("gives the place of one who went away to the next", async () => {
    const admission = createAdmission({ slots: 1 });
    const first = createWork();
    const leaving = new AbortController();
    const places: number[] = [];
    const runs = [
      runIn(admission, first.work),
      runIn(admission, async () => "left", { abortSignal: leaving.signal }),
      runIn(admission, async () => "last", { onPlace: (place) => places.push(place) }),
    ];
    await settle();
    leaving.abort();
    await expect(runs[1]).rejects.toMatchObject({ name: "AbortError" });
    expect(places).toEqual([2, 1]);
    first.finish();
    await expect(runs[2]).resolves.toBe("last");
  });

  it("goes on after work that fails", async () => {
    const admission = createAdmission({ slots: 1 });
    await expect(runIn(admission, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    await expect(runIn(admission, async () => "next")).resolves.toBe("next");
  });
});
