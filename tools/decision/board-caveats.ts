import { type Caveat, isAdvised, isThor, type Situation } from "./caveat.ts";
import {
  CLASS_ENDS,
  hasLanguageModel,
  JETSON_WATTS,
  needsThor,
  THOR_WATTS,
  thorObstacle,
} from "./question.ts";
import { BENCHMARK, FRAMEWORK } from "./rule.ts";

const chosenId = ({ choice }: Situation) => choice.chosen.entry.id;
const isOrin = ({ choice: { chosen } }: Situation) =>
  chosen.entry.value.kind === "jetson" && chosen.entry.value.class !== "thor";
const isFleetBoard = (situation: Situation) =>
  isThor(situation) || situation.choice.chosen.entry.value.class === "agx";

/** About the boards: power, cooling, streams, and the hidden costs. */
export const boardCaveats: readonly Caveat[] = [
  {
    id: "thor-obstacle",
    when: ({ question }) => needsThor(question) && thorObstacle(question) !== undefined,
    say: ({ question, quotes }) => {
      const lowest = quotes.lowestPower("agx-thor-devkit");
      return `Thor is excluded here: ${thorObstacle(question)}${lowest ? `; its lowest mode on record takes ${lowest}` : ""}.`;
    },
    sources: [FRAMEWORK],
  },
  {
    id: "jetson-below-15-watts",
    when: ({ question: { powerBudgetWatts: watts = JETSON_WATTS } }) => watts < JETSON_WATTS,
    say: ({ quotes }) => {
      const lowest = quotes.lowestPower("orin-nano-8gb");
      return `Who draws the line where: edge-llm-decision-framework at 15 W in its tree and at 5 W in its table; edge-llm-benchmark-2026 ran Orin Nano Super at 10 to 12 W${lowest ? `; Orin Nano 8GB has a mode of ${lowest} on record, so above that a Jetson is possible, slowly` : ""}.`;
    },
    sources: [FRAMEWORK, BENCHMARK],
  },
  {
    id: "host-power",
    when: (situation) => isAdvised(situation, "coral-tpu", "hailo-8"),
    say: () =>
      "Count the host: a Coral takes about 2 W and a Hailo-8 2.5 to 5 W, but a Raspberry Pi 5 with a Hailo HAT 8 to 15 W.",
    sources: [FRAMEWORK],
  },
  {
    id: "mode-within-budget",
    when: (situation) => situation.question.powerBudgetWatts !== undefined,
    say: (situation) => {
      const { question, quotes, choice } = situation;
      const watts = question.powerBudgetWatts ?? 0;
      const lowest = quotes.lowestPower(chosenId(situation));
      const within = quotes.modeWithin(chosenId(situation), watts);
      if (within) return `Within ${watts} W the highest mode on record is ${within}.`;
      const envelope = isThor(situation)
        ? ` The documents' envelope of Thor begins at ${THOR_WATTS.lowest} W; that needs a power mode of your own.`
        : "";
      return (
        lowest &&
        `The lowest mode of ${choice.chosen.entry.value.name} on record takes ${lowest}, more than the budget.${envelope}`
      );
    },
    sources: [],
  },
  {
    id: "gap-below-60-watts",
    when: ({ question, choice }) =>
      choice.chosen.entry.value.class === "agx" &&
      (question.powerBudgetWatts ?? 60) < 60 &&
      (question.largestModelBillions ?? 0) > CLASS_ENDS.thirteen &&
      (question.largestModelBillions ?? 0) <= CLASS_ENDS.thirty,
    say: () =>
      "The documents leave models of 13B to 30B below 60 W open; AGX Orin runs them in its lower modes, where 30 W gives about 0.3 of the full speed.",
    sources: [FRAMEWORK, "sizing-review"],
  },
  {
    id: "shipped-mode",
    when: isOrin,
    say: (situation) => {
      const shipped = situation.quotes.shippedMode(chosenId(situation));
      const highest = situation.quotes.modeWithin(chosenId(situation), Number.POSITIVE_INFINITY);
      if (!shipped || shipped === highest) return undefined;
      return `As delivered the board runs in ${shipped}, not in ${highest}, the mode of most published speeds.`;
    },
    sources: [],
  },
  {
    id: "t4000",
    when: (situation) => isAdvised(situation, "thor-t4000"),
    say: () =>
      "No document's rule names the T4000: it has Thor's bandwidth and FP4 with 64 GB, its usable memory is not published, MIG profiles neither; like every Thor it needs active cooling.",
    sources: ["jetson-facts-review"],
  },
  {
    id: "thor-supply",
    when: (situation) => isAdvised(situation, "agx-thor-devkit", "thor-t5000"),
    say: () =>
      "130 W on Thor is a lasting load: active cooling and a clean 19 V at 7 A are required (133 W, so hardly any reserve; the kit's adapter has 140 W), and enclosures made for Orin may fail the thermal test.",
    sources: [FRAMEWORK],
  },
  {
    id: "brown-out",
    when: (situation) => situation.question.battery === true && (isThor(situation) || isOrin(situation)),
    say: (situation) =>
      isThor(situation)
        ? "On a battery Thor's voltage sags when inference load jumps: add a supercapacitor, or step down to Orin NX or Orin Nano."
        : "On a battery check inrush and brown-out under load peaks; the documents' remedies are a supercapacitor or a smaller board (Orin NX, Orin Nano).",
    sources: [FRAMEWORK],
  },
  {
    id: "passive-cooling",
    when: (situation) => situation.question.passiveCooling === true && isOrin(situation),
    say: () =>
      "Without a fan plan for a low power mode: edge-llm-benchmark-2026 calls active cooling mandatory on Orin Nano Super under sustained load and provides a fan on AGX Orin.",
    sources: [BENCHMARK],
  },
  {
    id: "decode-streams",
    when: ({ question }) => (question.streams ?? 0) > 0 || question.application === "multi-camera",
    say: (situation) => {
      const limit = situation.quotes.decodeStreams(chosenId(situation));
      const split = situation.choice.chosen.objections.includes("streams") ? " One board is not enough." : "";
      return (
        limit &&
        `Its video decoder takes at most ${limit} streams of 1080p30; inference may end sooner.${split}`
      );
    },
    sources: [],
  },
  {
    id: "smaller-board-decodes-it",
    when: ({ rule }) => rule.id === "multi-camera" || rule.id === "two-or-three-streams",
    say: ({ quotes }) => {
      const nano = quotes.decodeStreams("orin-nano-8gb");
      const nx = quotes.decodeStreams("orin-nx-16gb");
      return `No document gives a limit for the smaller Orins: ${nano && nx ? `their decoders take ${nano} (Orin Nano) and ${nx} (Orin NX) streams, ` : ""}so a small detector may run there; five cameras with YOLOv8s at 1080 gave 12 to 22 FPS each on Orin Nano.`;
    },
    sources: [FRAMEWORK, "jetson-facts-review"],
  },
  {
    id: "no-encoder",
    when: (situation) =>
      isAdvised(situation, "orin-nano-8gb", "orin-nano-8gb-super") && !hasLanguageModel(situation.question),
    say: () => "Orin Nano has no hardware video encoder: recording or restreaming costs CPU cores.",
    sources: ["jetson-facts-review"],
  },
  {
    id: "one-camera-two-answers",
    when: ({ rule }) => rule.id === "single-stream-detection" || rule.id === "cheap-smart-camera",
    say: ({ quotes }) =>
      `One camera stands twice in edge-llm-decision-framework: Orin Nano 8GB${quotes.price("orin-nano-8gb") ? `, ${quotes.price("orin-nano-8gb")},` : ""} in general, an RK3588 where cost rules.`,
    sources: [FRAMEWORK],
  },
  {
    id: "parts-price",
    when: (situation) => isAdvised(situation, "rk3588"),
    say: () =>
      "The RK3588's 150 USD are the parts of a design as of May 2026; finished boards were 90 to 250 USD by memory size and have risen since.",
    sources: [FRAMEWORK],
  },
  {
    id: "printed-price",
    when: () => true,
    say: (situation) => {
      const printed = situation.quotes.printedPrice(chosenId(situation));
      const price = situation.quotes.price(chosenId(situation));
      return (
        printed && price && `${printed.source} printed ${printed.price}; the newest on record is ${price}.`
      );
    },
    sources: [],
  },
  {
    id: "bare-module",
    when: ({ choice }) => {
      const { prices, kind } = choice.chosen.entry.value;
      return kind === "jetson" && prices.every((price) => price.kind === "module");
    },
    say: () =>
      "The price is that of the bare module, in quantity: carrier board, supply, cooling and storage come on top.",
    sources: [],
  },
  {
    id: "spares",
    when: isFleetBoard,
    say: ({ quotes }) => {
      const orin = quotes.modulePrice("agx-orin-64gb");
      const thor = quotes.modulePrice("thor-t5000");
      const prices = orin && thor ? `: AGX Orin 64GB ${orin}, T5000 ${thor}` : "";
      return `For a fleet count spares: 1,000 units at 2 % failures a year need 20 modules a year, over 3 to 5 years${prices}.`;
    },
    sources: [FRAMEWORK],
  },
];
