import type { UIMessage } from "ai";
import { type Guarded, isListOf, isShape, isString } from "../guards.ts";

const isFollowUp = isShape({ kind: isString, label: isString, question: isString });
const hasFollowUps = isShape({ followUps: isListOf(isFollowUp) });

export type FollowUp = Guarded<typeof isFollowUp>;

/** The questions that the server computed from an answer; a server that is older than the page sends none. */
export function findFollowUps(parts: UIMessage["parts"]): readonly FollowUp[] {
  const answer = parts.find(({ type }) => type === "data-answer");
  return answer && "data" in answer && hasFollowUps(answer.data) ? answer.data.followUps : [];
}

type FollowUpsProps = { followUps: readonly FollowUp[]; onAsk: (question: string) => void };

/** What to ask next, each behind a few words; pressed, it is asked. */
export function FollowUps({ followUps, onAsk }: FollowUpsProps) {
  if (followUps.length === 0) return null;
  return (
    <ul className="follow-ups" aria-label="Questions that follow">
      {followUps.map(({ label, question }) => (
        <li key={question}>
          <button type="button" title={question} onClick={() => onAsk(question)}>
            {label}
          </button>
        </li>
      ))}
    </ul>
  );
}
