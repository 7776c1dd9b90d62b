import type { Fact } from "../../tools/facts.ts";
import type { LookUp } from "../../tools/look-up.ts";
import { fieldOf } from "./compose-record.ts";
import { table } from "./compose-sweep.ts";

const records =
  /\b(?:what(?:'s|\s+is|\s+are|\s+does)|tell\s+me|describe|explain|specs?|specifications?|data\s?sheet|details|how\s+(?:much|many|long|hot)|when\b|who\b|price|costs?|jetpack|versions?|modes?|throttl\w*|cool\w*|heat\w*|fans?\b|watts?|power|bandwidth|TOPS|cores|difference|MIG|DLAs?|NVENC|NVDEC|have\b[^?.]*\bmemory)\b/i;
const judges =
  /\b(?:can|could|will|would|should|shall|does|do|is|are|need|needs|enough|suffic\w+|supports?|supported|runs?|fits?|works?|handle|which)\b/i;

/** True where a question names boards to have something judged on them, and does not ask what they are. */
export function onlyNamesBoards(question: string): boolean {
  return judges.test(question) && !records.test(question);
}

const columns: readonly (readonly [string, string])[] = [
  ["usable memory", "memTotal"],
  ["left beside a desktop", "room-desktop"],
  ["left headless", "room-headless"],
  ["bandwidth", "bandwidth"],
];

function shown({ facts }: LookUp, id: string): string {
  return facts.find((fact) => fact.id === id)?.display ?? "–";
}

const label = ({ label: text }: Fact) => text.replace("price of the ", "");

/** Prices that were asked at some time, those of the newest date first and of them the kit's. */
function prices({ facts }: LookUp): Fact[] {
  const all = facts.filter(({ id, label: text }) => id.startsWith("price-") && !text.includes("never"));
  const isKit = (fact: Fact) => Number(fact.label.includes("kit"));
  return all.toSorted((a, b) => dateOf(b.label).localeCompare(dateOf(a.label)) || isKit(b) - isKit(a));
}

/** What is asked for the board today: the kit's price where there is one. */
function price(board: LookUp): string {
  const [first] = prices(board);
  return first ? `${first.display} (${label(first)})` : "–";
}

/** Today's price of the kit and of the module, the one that is spoken of first. */
function todaysPrices(board: LookUp, question: string): string[] {
  const kinds = ["kit", "module"].filter((kind) => new RegExp(`\\b${kind}s?\\b`, "i").test(question));
  const [newest] = prices(board);
  const same = prices(board).filter((fact) => newest && dateOf(fact.label) === dateOf(newest.label));
  const isAsked = (fact: Fact) => kinds.some((kind) => fact.label.includes(kind));
  return [...same.filter(isAsked), ...same.filter((fact) => !isAsked(fact))].map(
    (fact) => `${fact.display} (${label(fact)})`,
  );
}

function dateOf(label: string): string {
  return /\d{4}(?:-\d\d){0,2}/.exec(label)?.[0] ?? "";
}

function gpuOf({ record }: LookUp): string {
  const gpu = Object.entries(record ?? {}).find(([field]) => field === "gpu")?.[1];
  return fieldOf(gpu, "architecture") ?? "–";
}

function nameOf({ name, id }: LookUp): string {
  return (name ?? id ?? "").replace(/^Jetson /, "");
}

/** Boards side by side on what an answer hangs on, in place of their whole records. */
export function boardTable(lookUps: readonly LookUp[]): string {
  const boards = lookUps.filter(({ kind }) => kind === "device");
  if (boards.length === 0) return "";
  return table(
    ["board", ...columns.map(([title]) => title), "GPU", "price"],
    boards.map((board) => [
      nameOf(board),
      ...columns.map(([, id]) => shown(board, id)),
      gpuOf(board),
      price(board),
    ]),
  );
}

/** Two faces of one module differ in clocks only: what runs on one runs on the other. */
export function sameModuleLines(lookUps: readonly LookUp[]): string[] {
  return lookUps.flatMap((board) => {
    const module = fieldOf(board.record, "sameModuleAs");
    const other = lookUps.find(({ id }) => id !== null && id === module);
    return other
      ? [
          `- ${nameOf(board)} is the same module as ${nameOf(other)}, flashed for higher clocks: the same memory, chip and libraries. Software that refuses one of them goes by the name of the board or its CPU, not by what it can do.`,
        ]
      : [];
  });
}

/** The newest prices of each board, as an opening. */
export function priceLines(lookUps: readonly LookUp[], question: string): string[] {
  const boards = lookUps.filter(({ kind }) => kind === "device");
  return boards.map((board) => {
    const [first, ...others] = todaysPrices(board, question);
    if (!first) return `**No price of the ${board.name} is on record.**`;
    return `**${board.name}: ${first}.**${others.length > 0 ? ` Also: ${others.join(", ")}.` : ""}`;
  });
}
