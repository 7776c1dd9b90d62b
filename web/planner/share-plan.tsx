import { useCallback } from "react";
import { type Ask, AskContext, useAsk } from "../ask.ts";
import { CopyButton } from "../copy-button.tsx";
import { AskAbout } from "../tool-views/ask-about.tsx";
import type { Plan } from "./plan.ts";
import { formatPlan } from "./plan-address.ts";
import { toMemoryFitInput } from "./tool-inputs.ts";

/** Ways to take the plan elsewhere: its link, and a new conversation about it. */
export function SharePlan({ plan }: { plan: Plan }) {
  const ask = useAsk();
  const askAnew = useCallback<Ask>((question) => ask(question, { isNew: true }), [ask]);
  const input = toMemoryFitInput(plan);
  const link = `${window.location.origin}/planner?${formatPlan(plan)}`;
  return (
    <div className="share">
      {input && (
        <AskContext value={askAnew}>
          <AskAbout input={input}>Ask about this plan</AskAbout>
        </AskContext>
      )}
      <p>
        <code title={link}>{link}</code>
        <CopyButton text={link} label="Copy link" />
      </p>
    </div>
  );
}
