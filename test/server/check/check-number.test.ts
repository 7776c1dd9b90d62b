import { beforeAll, describe, expect, it } from "vitest";
import { checkNumber, citedPassages, matchNumber } from "../../../server/check/check-number.ts";
import type { Evidence } from "../../../server/check/evidence.ts";
import { evidenceWith, llamaEvidence, makeFact, numberIn, shown } from "../../fixtures/check-evidence.ts";

let evidence: Evidence;
beforeAll(async () => {
  evidence = await llamaEvidence("What of 12 cameras and 5 W?");
});

function check(text: string, written: string, own = evidence) {
  const { number, scene } = numberIn(text, written);
  return checkNumber(matchNumber(number, scene, own), [], text.toLowerCase(), scene, own);
}

describe("checkNumber()", () => {
  it("verifies a number by the fact of that amount on that board", () => {
    const needed = shown(evidence, "1.needed");
    expect(check(`The Orin NX 16GB needs ${needed}.`, needed)).toMatchObject({
      mark: "verified",
      claim: { fact: "1.needed" },
    });
  });

  it("says what is true where another amount or board has the value", () => {
    const [needed, headroom] = [shown(evidence, "1.needed"), shown(evidence, "1.headroom")];
    const swapped = check(`On the Orin NX 16GB ${needed} stays free.`, needed);
    expect(swapped).toMatchObject({
      mark: "unverified",
      claim: { reason: expect.stringContaining(headroom) },
    });
    expect(check(`The Orin NX 8GB needs ${needed}.`, needed)?.mark).toBe("unverified");
  });

  it("marks as given what the user said, in the same unit only", () => {
    expect(check("That is 12 cameras.", "12")?.mark).toBe("given");
    expect(check("That is 5 W.", "5 W")?.mark).toBe("given");
    expect(check("That is 12 W.", "12 W")?.mark).toBe("unverified");
  });

  it("marks as given what the user said and the answer refutes", async () => {
    const own = await llamaEvidence("Do the weights of Llama 3.1 8B take just 3.5 GB on an Orin NX 16GB?");
    const refuted = "Doubtful: 3.50 GB of weights for Llama 3.1 8B.";
    const compared = `3.50 GB is 0.8 × the ${shown(own, "1.needed")} computed.`;
    expect(check(refuted, "3.50 GB", own)?.mark).toBe("given");
    expect(check(refuted.replace("Doubtful", "Hardly, implausible"), "3.50 GB", own)?.mark).toBe("given");
    expect(check(compared, "3.50 GB", own)?.mark).toBe("given");
    expect(check("The weights take 3.50 GB.", "3.50 GB", own)?.mark).toBe("unverified");
    expect(check(refuted.replace("3.50", "3.60"), "3.60 GB", own)?.mark).toBe("unverified");
  });

  it("takes a few things counted for no claim, but not what tools count", () => {
    expect(check("There are 3 options.", "3")).toBeUndefined();
    expect(check("It serves 7 users.", "7")?.mark).toBe("unverified");
  });

  it("verifies what a call was given by the words beside it", () => {
    expect(check("with 4,096 tokens of context", "4,096")?.mark).toBe("verified");
    expect(check("with 4,097 tokens of context", "4,097")?.mark).toBe("unverified");
  });

  it("compares the digits of code with what tools wrote", () => {
    const own = evidenceWith([], ["llama-server -c 4096 -np 1 --cache-ram 234 -ngl 99 -fa on"]);
    const text = "Run `llama-server -c 4096 -np 1 --cache-ram 234 -ngl 99 -fa on`.";
    expect(check(text, "234", own)?.mark).toBe("verified");
    expect(check(text.replace("234", "9000"), "9000", own)?.mark).toBe("unverified");
  });

  it("compares billions of parameters with the record they are of", () => {
    const size = {
      ...makeFact("parameters", 3.0858e9, "1", "Qwen2.5 3B Instruct"),
      display: "3.09B",
    };
    const own = evidenceWith([size, makeFact("layers", 36, "1", "Qwen2.5 3B Instruct")]);
    const record = "**Qwen2.5 3B Instruct**\n- parameters: 3.09B\n- layers: 36";
    expect(check(record, "3.09B", own)).toMatchObject({ mark: "verified", claim: { fact: "1.parameters" } });
    expect(check("Qwen2.5 3B has 3.1B parameters.", "3.1B", own)?.mark).toBe("verified");
    expect(check(record.replace("3.09B", "3.08B"), "3.08B", own)?.mark).toBe("unverified");
    expect(check(record.replace("3.09B", "3.09"), "3.09", own)?.mark).toBe("unverified");
    expect(check(record.replace("2.5 3B", "2.5 7B"), "3.09B", own)?.mark).toBe("unverified");
    expect(check(record.replace("36", "36.0B"), "36.0B", own)?.mark).toBe("unverified");
  });

  it("tells a price by its kind and day", () => {
    const price = {
      ...makeFact("price-module", 999, "USD", "Jetson Orin NX 16GB", "price of the module, 2026-07-21"),
      display: "999 USD (module, 2026-07-21)",
    };
    const own = evidenceWith([price]);
    expect(check("It costs 999 USD (module, 2026-07-21).", "999 USD", own)?.mark).toBe("verified");
    expect(check("It costs 999 USD (kit, 2026-07-21).", "999 USD", own)?.mark).toBe("unverified");
  });
});

describe("citedPassages()", () => {
  it("are none where nothing is cited", () => {
    const { number, scene } = numberIn("It needs 9 GB.", "9 GB");
    expect(citedPassages(number, scene, evidence)).toEqual([]);
  });
});
