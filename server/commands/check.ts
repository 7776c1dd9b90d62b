import { readFile } from "node:fs/promises";
import { text as readText } from "node:stream/consumers";
import { styleText } from "node:util";
import { z } from "zod";
import { AppError, toErrorBody } from "../../knowledge/errors.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { ToolResult } from "../../tools/tool.ts";
import { type CheckReport, checkText, type Mark, type MarkedClaim } from "../check/check.ts";
import { type Evidence, evidenceOf } from "../check/evidence.ts";
import { namesOf } from "../check/names.ts";
import type { Declare } from "./wiring.ts";

/** A tool's result as it was printed; beside facts and sources it holds whatever the tool adds. */
const Output = z.custom<ToolResult>((value) => {
  const shape = z.looseObject({
    facts: z.array(
      z.looseObject({
        id: z.string(),
        label: z.string(),
        entity: z.string(),
        value: z.number(),
        unit: z.string(),
        display: z.string(),
        basis: z.looseObject({ kind: z.string() }),
      }),
    ),
    sources: z.array(z.unknown()),
  });
  return shape.safeParse(value).success;
}, "not the result of a tool");

const SavedCitation = z.object({
  id: z.string(),
  source: z.string(),
  title: z.string(),
  passage: z.string(),
  heading: z.string(),
  text: z.string(),
  start: z.number(),
  end: z.number(),
});

const SavedTurn = z.looseObject({ role: z.string(), text: z.string() });

/** What `ask --json` printed, as far as the check needs it. */
const SavedAnswer = z.looseObject({
  question: z.string(),
  answer: z.string(),
  toolCalls: z.array(z.object({ name: z.string(), input: z.unknown(), output: Output })),
  citations: z.array(SavedCitation),
  history: z.array(SavedTurn).default([]),
});
type SavedAnswer = z.infer<typeof SavedAnswer>;

async function readAnswer(file: string): Promise<SavedAnswer> {
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new AppError(
      "invalid-input",
      `Cannot read the answer: there is no file ${file} that can be read.`,
      { cause },
    );
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new AppError(
      "invalid-input",
      `Cannot read the answer: ${file} is no valid JSON. Save one with: ask --json "…" > ${file}`,
      { cause },
    );
  }
  const answer = SavedAnswer.safeParse(json);
  if (answer.success) return answer.data;
  throw new AppError(
    "invalid-input",
    `Cannot read the answer: ${file} is not the output of ask --json: ${z.prettifyError(answer.error)}`,
  );
}

/** The user's words of the whole conversation. */
function askedIn({ question, history }: SavedAnswer): string {
  const before = history.filter(({ role }) => role === "user").map(({ text }) => text);
  return [...before, question].join("\n");
}

const signs: Record<Mark, string> = { verified: "✓", given: "·", unverified: "✗" };
const colours = { verified: "green", given: "cyan", unverified: "red" } as const;

function groundOf(
  { fact, derivedFrom, citation, reason, kind }: MarkedClaim,
  mark: Mark,
  { index }: Evidence,
): string {
  if (reason) return reason;
  const known = fact === undefined ? undefined : index.bound.get(fact);
  if (known) return `${known.id}: ${known.label} of ${known.entity} is ${known.display}`;
  if (derivedFrom) return `computed from ${derivedFrom.join(" and ")}`;
  if (citation) return kind === "citation" ? `passage ${citation}` : `in the passage ${citation}`;
  return mark === "given" ? "from the question" : "in a tool's own words";
}

/** Every claim of a report in the order of the text, with its mark and what it rests on. */
export function reportLines(report: CheckReport, evidence: Evidence): string[] {
  const marks: readonly Mark[] = ["verified", "given", "unverified"];
  const claims = marks.flatMap((mark) => report[mark].map((claim) => ({ mark, claim })));
  claims.sort((a, b) => a.claim.start - b.claim.start);
  const lines = claims.map(({ mark, claim }) => {
    const sign = styleText(colours[mark], `${signs[mark]} ${mark}`, { stream: process.stdout });
    return `${sign}  ${claim.text.trim()}  (${claim.kind}) – ${groundOf(claim, mark, evidence)}`;
  });
  const { verified, given, unverified } = report;
  return [
    ...lines,
    `${verified.length} verified, ${given.length} from the question, ${unverified.length} unverified.`,
  ];
}

/**
 * Checks a text against the evidence of a saved answer; an empty text stands for the answer's own. Returns the exit
 * code: 0 when all is borne out, 1 when something is not, 2 when the answer cannot be read.
 */
export async function check(
  file: string,
  readText: () => Promise<string>,
  asJson: boolean,
  knowledge: Knowledge,
  print: (text: string) => void,
): Promise<number> {
  try {
    const answer = await readAnswer(file);
    const evidence = evidenceOf(askedIn(answer), answer.toolCalls, namesOf(knowledge), answer.citations);
    const text = process.stdin.isTTY ? "" : await readText();
    const checked = text.trim() === "" ? answer.answer : text;
    const report = checkText(checked, evidence);
    print(
      asJson
        ? JSON.stringify({ ...report, text: checked }, null, 2)
        : reportLines(report, evidence).join("\n"),
    );
    return report.unverified.length > 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof AppError) || !asJson) throw error;
    print(JSON.stringify(toErrorBody(error), null, 2));
    return 2;
  }
}

/** `check --answer <file>` */
export const declare: Declare = (program, { knowledge, print }) => {
  program
    .command("check")
    .description(
      "check a text against the evidence of an answer; reads standard input, else the answer's own text",
    )
    .requiredOption("--answer <file>", "the output of ask --json")
    .option("--json", "print the report as JSON", false)
    .action(async ({ answer, json }: { answer: string; json: boolean }) => {
      process.exitCode = await check(answer, () => readText(process.stdin), json, knowledge, print);
    });
};
