import type { ModelMessage } from "ai";
import { estimateTokens } from "../../tools/digest/estimate-tokens.ts";
import { tools } from "../../tools/registry.ts";
import type { Tool } from "../../tools/tool.ts";
import { fitMessages } from "./fit-messages.ts";
import { freeInstructions, guidedInstructions } from "./instructions.ts";
import { callMessages, historyMessages, resultText, type ToldCall } from "./messages.ts";
import { runStep, type Step } from "./model-step.ts";
import type { Narrating, Narration } from "./narration.ts";
import { offeredText, offeredTools } from "./offer.ts";
import { fitHistory, promptTokens } from "./token-budget.ts";
import type { MadeCall } from "./tool-runner.ts";
import { addUsage, noUsage } from "./usage.ts";

/** Tokens of an answer: a page of text, or what the context leaves. */
const answerTokens = 1000;

/** However full the context is, so much is left for the answer. */
const leastAnswerTokens = 500;

/** A conversation with the model over one question. */
export type Talk = {
  readonly messages: ModelMessage[];
  /** The tools that the model is offered. */
  readonly offered: readonly Tool[];
  /** Sends the messages so far; words are handed on as they come. */
  step(isOffering: boolean, onText: (delta: string) => void): Promise<Step>;
  /** Puts results in front of the model, as its template takes them. */
  tell(calls: readonly MadeCall[]): void;
  /** What there is to say of the conversation when it is over. */
  account(): Pick<Narration, "promptTokens" | "recoveredCalls" | "usage">;
};

/** What the model reads of a result. */
function toDigested({ outcome: { name, input }, told }: MadeCall) {
  return { name, input, digest: told };
}

/** Opens the conversation: as much of the history as the loaded context holds, the question, and the results there are. */
export async function openTalk(narrating: Narrating): Promise<Talk> {
  const { narrator, question, planned, runner, withTools, mode, emit, abortSignal, now } = narrating;
  const account = { promptTokens: { reported: 0, estimated: 0 }, recoveredCalls: 0, usage: noUsage };
  const model = narrator.modelFor({
    onWait: (status) => emit({ type: "status", status }),
    onRecoveredCall: () => account.recoveredCalls++,
  });
  const plannedNames = planned.calls.map(({ name }) => name);
  const offered = withTools ? offeredTools(plannedNames, tools) : [];
  const instructions = mode === "guided" || !withTools ? guidedInstructions : freeInstructions;
  const context = await narrator.contextTokens();
  const system = { system: instructions, tools: offeredText(offered) };
  const { history, digests } = fitHistory({
    ...system,
    results: runner.made.map(toDigested),
    question,
    history: narrating.history,
    budget: Math.max(promptTokens, context - answerTokens),
  });
  const messages: ModelMessage[] = [...historyMessages(history), { role: "user", content: question }];
  const put = (calls: readonly ToldCall[]) => {
    if (withTools) messages.push(...callMessages(calls));
    else if (calls.length > 0) messages.push({ role: "user", content: resultText(calls) });
  };
  put(runner.made.map(({ id, outcome }, index) => ({ ...outcome, id, told: digests[index] ?? "" })));
  const layout = { history: history.length, opening: messages.length };
  return {
    messages,
    offered,
    account: () => account,
    tell: (calls) => put(calls.map(({ id, outcome, told }) => ({ ...outcome, id, told }))),
    async step(isOffering, onText) {
      const shownTools = isOffering ? system.tools : "";
      const fixed = estimateTokens(`${system.system}${shownTools}`);
      const tokensOf = (some: readonly ModelMessage[]) => fixed + estimateTokens(JSON.stringify(some));
      // The opening is fitted already; what came behind it takes its room from it where there is no more.
      const opening = tokensOf(messages.slice(0, layout.opening));
      const most = Math.max(context - leastAnswerTokens, opening);
      const sent = fitMessages(messages, layout, (some) => tokensOf(some) <= most);
      const estimated = tokensOf(sent);
      const mostTokens = Math.max(leastAnswerTokens, Math.min(answerTokens, context - estimated));
      const request = { model, instructions, messages: sent, mostTokens, abortSignal, now };
      const step = await runStep({ ...request, tools: isOffering ? offered : [] }, onText);
      account.promptTokens = { reported: step.promptTokens ?? 0, estimated };
      account.usage = addUsage(account.usage, step.usage);
      return step;
    },
  };
}
