import type { StopReason } from "./answer.ts";
import { createGate } from "./gate.ts";
import { createMender, rewriteRequest, type Struck } from "./mending.ts";
import { callMessages, type ToldCall, toldCall } from "./messages.ts";
import type { Step, WrittenCall } from "./model-step.ts";
import type { Narrating, Narration } from "./narration.ts";
import { findOffered } from "./offer.ts";
import { decidingCalls, missingCalls } from "./planned-calls.ts";
import { sentencesOf } from "./sentences.ts";
import { openTalk, type Talk } from "./talk.ts";
import { inputError, unknownToolError } from "./tool-error.ts";
import type { ToolRunner } from "./tool-runner.ts";

/** Requests in which a model may call tools; the last of them offers none. */
const mostSteps = 5;
/** Steps that may bring a call which cannot be made, or nothing but what was called before. */
const mostRepairs = 2;
/** Calls that are answered in one step. */
const mostCalls = 6;

const reminder =
  "No tool was called. Call the tool that answers the question and answer from its result; numbers from memory are not used.";

/** A draft as far as it passed, and the part that did not. */
type Draft = { text: string; held: string; stopReason: StopReason };
type AnsweredCall = { told: ToldCall; isMade: boolean };
type Mended = Pick<Narration, "text" | "struck">;

/**
 * Runs the calls of a step; those that cannot be made are answered with what is wrong. True where all were made and
 * one of them for the first time.
 */
async function answerCalls(step: Step, talk: Talk, { runner }: Narrating): Promise<boolean> {
  const known = runner.made.length;
  const answered: AnsweredCall[] = [];
  for (const call of step.calls.slice(0, mostCalls)) answered.push(await answerCall(call, talk, runner));
  talk.messages.push(
    ...callMessages(
      answered.map(({ told }) => told),
      step.text,
    ),
  );
  return runner.made.length > known && answered.every(({ isMade }) => isMade);
}

/** Makes a call as it was written; where its name or arguments are wrong, the model is told how to write it. */
async function answerCall(call: WrittenCall, { offered }: Talk, runner: ToolRunner): Promise<AnsweredCall> {
  const tool = findOffered(call.name, offered);
  const names = offered.map(({ name }) => name);
  if (!tool) return { told: toldCall(call, unknownToolError(call.name, names)), isMade: false };
  const mended = tool.name === call.name ? undefined : tool.offered.safeParse(call.input).data;
  const input = call.error === undefined ? call.input : mended;
  if (input === undefined) return { told: toldCall(call, inputError(tool, call.input)), isMade: false };
  const { told } = await runner.run(tool.name, input);
  return { told: toldCall(call, told), isMade: true };
}

/** Makes the deciding calls that nobody made, and puts their results in front of the model. */
function makeMissing(talk: Talk, { plannedCalls, runner }: Narrating): void {
  const missing = missingCalls(plannedCalls, runner.made);
  for (const call of missing) runner.adopt(call);
  talk.tell(missing);
}

/** In free mode a model that called nothing is reminded once; after that the planner's calls are made for it. */
function fillIn(step: Step, talk: Talk, narrating: Narrating, isReminded: boolean): boolean {
  const { runner } = narrating;
  if (step.text.trim() !== "") talk.messages.push({ role: "assistant", content: step.text });
  if (runner.made.length === 0 && !isReminded) {
    talk.messages.push({ role: "user", content: reminder });
    return true;
  }
  makeMissing(talk, narrating);
  return isReminded;
}

/** Milliseconds until a request is surely on its way, and no word of an answer back yet. */
const sentAfter = 15;

/** Lays out what the words will be checked against while the model reads its prompt; a failure shows when they are. */
function readyWhileWaiting({ check }: Narrating): () => void {
  const timer = setTimeout(() => {
    try {
      check("");
    } catch (thrown) {
      console.error(thrown);
    }
  }, sentAfter);
  return () => clearTimeout(timer);
}

/** Lets the model call tools and write, until it has written on the grounds of every call that decides. */
async function writeDraft(talk: Talk, narrating: Narrating): Promise<Draft> {
  const { check, emit, plannedCalls, runner, namesAdvice: proves } = narrating;
  const mustProve = decidingCalls(plannedCalls).some(({ outcome }) => outcome.name !== "look-up");
  let isReminded = false;
  let repairs = 0;
  for (let count = 1; ; count++) {
    const isLast = count === mostSteps || repairs === mostRepairs;
    if (isLast) makeMissing(talk, narrating);
    const isGrounded = missingCalls(plannedCalls, runner.made).length === 0;
    const show = (delta: string) => isGrounded && emit({ type: "text", delta });
    const gate = createGate({ check, show, mustProve, proves });
    const readied = readyWhileWaiting(narrating);
    const step = await talk
      .step(!isLast, gate.push)
      .catch((thrown: unknown) => {
        gate.spill();
        throw thrown;
      })
      .finally(readied);
    const stopReason = isLast ? "tool-limit" : step.finishReason === "length" ? "length" : "complete";
    if (step.calls.length > 0 && !isLast) repairs += (await answerCalls(step, talk, narrating)) ? 0 : 1;
    else if (isGrounded || isLast) return { ...gate.end(), stopReason };
    else isReminded = fillIn(step, talk, narrating, isReminded);
  }
}

/** The part that did not pass, written once more by the model, or as it was where it writes nothing. */
async function rewritten({ text, held }: Draft, talk: Talk, narrating: Narrating): Promise<string> {
  const { check, emit, toldFacts, abortSignal } = narrating;
  emit({ type: "status", status: { state: "rewriting", message: "Rewriting what did not pass the check." } });
  talk.messages.push({ role: "assistant", content: text + held });
  talk.messages.push({
    role: "user",
    content: rewriteRequest(held, check(text + held).unverified, toldFacts()),
  });
  const step = await talk.step(false, () => undefined).catch(() => undefined);
  abortSignal.throwIfAborted();
  return step && step.text.trim() !== "" ? step.text : held;
}

const allStruck = (held: string, reason: string): Struck[] => [
  { text: held.trim(), replacement: "", reason },
];

/**
 * One turn to write again what did not pass; what is still wrong gives way to sentences of the built-in answer, and
 * where that is most of a whole answer, to all of it: then no text comes back.
 */
async function mendDraft(draft: Draft, talk: Talk, narrating: Narrating): Promise<Mended> {
  const { check, emit, builtIn, namesAdvice: proves } = narrating;
  const { text: before, held } = draft;
  if (check(before + held).unverified.length === 0)
    return { text: before, struck: allStruck(held, "It states nothing that a tool gave.") };
  const again = await rewritten(draft, talk, narrating);
  const struck: Struck[] = [];
  const mend = createMender(builtIn(), (entry) => struck.push(entry));
  const gate = createGate({ check, show: () => undefined, before, mustProve: before === "", proves, mend });
  gate.push(again);
  const { text } = gate.end();
  const isLost = before === "" && struck.length * 2 > sentencesOf(again).length;
  if (isLost) return { text: "", struck: struck.map((entry) => ({ ...entry, replacement: "" })) };
  emit({ type: "text", delta: text });
  return { text: before + text, struck };
}

/** Lets a model write the answer to a question; only what passes the check is shown and comes back. */
export async function narrate(narrating: Narrating): Promise<Narration> {
  narrating.emit({ type: "status", status: { state: "writing", message: "The model is writing." } });
  const talk = await openTalk(narrating);
  const draft = await writeDraft(talk, narrating);
  const isClean = draft.held.trim() === "";
  const mended = isClean ? { text: draft.text, struck: [] } : await mendDraft(draft, talk, narrating);
  return { ...mended, ...talk.account(), stopReason: draft.stopReason };
}
