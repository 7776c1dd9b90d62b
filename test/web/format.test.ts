import { describe, expect, it } from "vitest";
import { formatSpeed as formatInAnswers } from "../../knowledge/units.ts";
import { formatSpeed } from "../../web/format.ts";

describe("formatSpeed()", () => {
  it.each([0, 1.2e-7, 0.0472, 0.0996, 0.3, 0.994, 0.995, 3.14, 9.94, 9.95, 41.4])(
    "writes %s as the answers do",
    (speed) => expect(`${formatSpeed(speed)} tok/s`).toBe(formatInAnswers(speed)),
  );
});
