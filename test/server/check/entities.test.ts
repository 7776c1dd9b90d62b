import { describe, expect, it } from "vitest";
import { entitiesOf } from "../../../server/check/entities.ts";
import { numberIn } from "../../fixtures/check-evidence.ts";

function boardsOf(text: string, written: string) {
  const { number, scene } = numberIn(text, written);
  return [...entitiesOf(number, "board", scene)];
}

describe("entitiesOf()", () => {
  it.each([
    ["4.9 GB on the Orin NX 16GB and 3.2 GB on the Orin NX 8GB", "4.9 GB", "orin-nx-16gb"],
    ["4.9 GB on the Orin NX 16GB and 3.2 GB on the Orin NX 8GB", "3.2 GB", "orin-nx-8gb"],
    ["The Orin NX 16GB has 4.9 GB and the Orin NX 8GB 3.2 GB", "4.9 GB", "orin-nx-16gb"],
    ["The Orin NX 16GB has 4.9 GB and the Orin NX 8GB 3.2 GB", "3.2 GB", "orin-nx-8gb"],
    ["With 4.9 GB free, the Orin NX 16GB fits", "4.9 GB", "orin-nx-16gb"],
    ["The Orin NX 16GB fits. It has 4.9 GB.", "4.9 GB", "orin-nx-16gb"],
    ["On the Orin NX 16GB:\n\n- headroom: 4.9 GB", "4.9 GB", "orin-nx-16gb"],
    ["## Orin NX 16GB\n\nIt has 4.9 GB.", "4.9 GB", "orin-nx-16gb"],
    ["| | Orin NX 8GB | Orin NX 16GB |\n|---|---|---|\n| room | 3.2 GB | 4.9 GB |", "4.9 GB", "orin-nx-16gb"],
    ["| board | room |\n|---|---|\n| Orin NX 16GB | 4.9 GB |", "4.9 GB", "orin-nx-16gb"],
    ["Orin NX 16GB and Orin NX 8GB have 4.9 GB and 3.2 GB respectively", "3.2 GB", "orin-nx-8gb"],
  ])("of %s, %s is of %s", (text, written, board) => {
    expect(boardsOf(text, written)).toEqual([board]);
  });

  it("are all boards of a list before one number, and none where none is named", () => {
    expect(boardsOf("Orin NX 16GB and Orin NX 8GB take 4.4 GB", "4.4 GB")).toEqual([
      "orin-nx-16gb",
      "orin-nx-8gb",
    ]);
    expect(boardsOf("It takes 4.4 GB", "4.4 GB")).toEqual([]);
  });
});
